rule "a.b" {
  title = "x", when = ~phrase "price war" & source "Reuters", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
