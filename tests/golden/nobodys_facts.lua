rule "a.b" {
  title = "x",
  when = fact { metric = "revenue", surprise = "miss" } & fact { metric = "share_price", direction = "up" },
  false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
