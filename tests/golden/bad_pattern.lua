rule "a.b" { title = "x", when = regex [[H(100]] }
