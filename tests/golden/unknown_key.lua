rule "a.b" {
  title = "x",
  serverity = "high",
  when = fact { metric = "revenue", suprise = "miss" } & fact { metric = "net_income", colour = "red" },
  subject = "company", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
