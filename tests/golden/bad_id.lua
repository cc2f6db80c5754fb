rule "Price War" { title = "x", when = phrase "price war" }
