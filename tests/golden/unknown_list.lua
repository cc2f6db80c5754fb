rule "a.b" { title = "x", when = list "export_control" }
