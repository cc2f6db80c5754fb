rule "a.b" { title = "x", when = company { sector = "bank" } }
