rule "a.b" {
  title = "x", when = phrase "a" | ~phrase "a", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
