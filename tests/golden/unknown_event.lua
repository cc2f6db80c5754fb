rule "a.b" { title = "x", when = event "Divident" }
