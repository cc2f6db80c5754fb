local war, cut, truce = phrase "price war", phrase "price cut", phrase "truce"
rule "a.b" {
  title = "x", when = at_least(3) { war, cut }, false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
rule "a.c" {
  title = "x", when = war & truce & ~war, false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
rule "a.d" {
  title = "x", when = war & impact { above = 0.6 } & impact { below = 0.3 }, false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
rule "a.e" {
  title = "x", when = war & sentiment { above = 2 }, false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
