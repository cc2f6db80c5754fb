rule "a.b" { title = "x", subject = "company", when = fact { metric = "revenu", direction = "up" } }
