rule "a.b" { title = "x", when = theme "ai_infrastucture" }
