rule "a.b" {
  title = "x", when = phrase "price war" & regex [[\d+]], false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
