--- share 0.38 phrase "revenue"
rule "a.b" {
  title = "x", when = phrase "revenue", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
