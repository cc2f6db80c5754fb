rule "a.b" {
  title = "x",
  when = fact { metric = "revenue", surprise = "miss" } & fact { metric = "share_price", direction = "up" },
  false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
rule "a.of_markets" {   -- no company owns them
  title = "x",
  when = fact { metric = "commodity_price", direction = "down" } & fact { metric = "commodity*", direction = "up" },
  false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
