local shared = require "shared"
rule "a.b" { title = "x", when = shared.war }
