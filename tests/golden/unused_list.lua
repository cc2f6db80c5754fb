-- named: broken
rule "a.b" {
  title = "x", when = list "export_controls", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
