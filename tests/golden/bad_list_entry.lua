rule "a.b" {
  title = "x", when = list "broken", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
