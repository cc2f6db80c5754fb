rule "a.b" { title = "x", when = phrase { "ex*port", "!?" } }
