-- Precision by eye: 1 of 1 on 9,000 newswire articles of 2012. Remaining: too few to say.
rule "valuation.estimate_revision_divergence" {
  title    = "{company}: estimates fall, yet the shares {rise.move}",
  severity = "high",
  status   = "stable",
  tags     = { "valuation", "divergence", "estimates" },
  about    = [[Analysts cut what they expect while the price goes up: one of the two is wrong.]],

  subject = company { kind = "company", role = { "primary", "secondary" }, named_in = { "title", "lead" } },
  when = all {
    cut  = recent(fact { metric = "*.estimate_revision", direction = "down", modality = "any" }
                  | fact { metric = "eps", direction = "down", modality = "estimate" }):unless(list "history"),
    rise = fact { metric = "share_price", direction = "up" },
  },

  once_per = { "company", days = 30 },
  false_alerts = { "A revision of one analyst against the rest" },
  examples = {
    fires = {
      { "Analysts cut their 2026 EPS estimates for Xiaomi by 12%, while Xiaomi stock is up 48% this year." },
      { "Analysts lowered their consensus EPS estimate for Alibaba by 15.4%. Alibaba stock is up 64% so far this year.",
        rise = "stock is up 64%" },
      { "Analysts lowered their EPS estimates for Tesla by 8%, but Tesla shares rose 3%.", company = "Tesla" },
    },
    silent = {
      { "Analysts raised their 2026 EPS estimates for Xiaomi by 12%, and Xiaomi stock is up 48%.", because = "raised" },
      { "Analysts cut their 2026 EPS estimates for Xiaomi by 12%, and Xiaomi stock fell 3%.", because = "both fall" },
      { "Analysts cut their 2026 EPS estimates for Xiaomi by 12%. Apple stock is up 8%.", because = "two companies" },
    },
  },
}
