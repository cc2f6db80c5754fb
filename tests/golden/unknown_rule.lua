rule "a.b" {
  title = "x", when = phrase "price war" & fired("a.bc", { within = "30d" }), false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
