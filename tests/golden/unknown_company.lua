rule "a.b" {
  title = "x", when = company "Alibba", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
