rule "a.b" {
  title = "{company} missed, {raly.change}",
  subject = "company",
  when = {
    miss = fact { metric = "revenue", surprise = "miss" },
    rally = fact { metric = "share_price", direction = "up" },
    compare("miss.change_pct", "<", "gain.change_pct"),
  },
  once_per = { "company", "mis.period" },
  examples = { fires = { { "x", rise = "y" } } },
}
