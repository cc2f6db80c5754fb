-- Precision by eye: 29 of 34 on 9,000 newswire articles of 2012. Remaining: a miss of an earlier quarter, falling sales
-- of one line.
local news = require "news"

rule "earnings.revenue_miss_stock_rise" {
  title    = "{company}: weak {miss.metric}, yet the shares {rise.move}",
  severity = "high",
  status   = "stable",
  tags     = { "earnings", "divergence" },
  about    = [[A miss or falling revenue beside a rising share: the market looks at something else, mostly guidance.]],

  subject = company { kind = "company", named_in = { "title", "lead" } },
  when = all {
    miss = any {
      news.results "miss",
      news.opens(fact { metric = "revenue", exact = true, direction = "down", segment = missing, change = present }),
      fact { metric = "revenue", exact = true, direction = "down", segment = missing, value = present }
        :unless(list "history" | phrase { "unit*", "division*", "segment*", "business*", "target*", "beat", "above" }),
    },
    rise = news.reaction "up",
  },
  unless = { market_report = news.about_markets, fell = news.opposite "down" },

  once_per = { "company", "miss.period", days = 7 },
  false_alerts = {
    "A miss of an earlier quarter restated beside today's share price",
    "Falling sales of one line of business",
  },
  examples = {
    fires = {
      { "Alibaba missed revenue estimates, yet its stock jumped 6%.", rise = "stock jumped 6%" },
      { "Snap's sales lagged what analysts had forecast. Shares of Snap climbed 11% after the report.", company = "Snap" },
      { "Revenue at Intel fell 4% in the third quarter, but Intel shares gained 3% on Friday." },
    },
    silent = {
      { "Alibaba beat revenue estimates and its stock jumped 6%.", because = "a beat" },
      { "Alibaba missed revenue estimates. Tencent shares jumped 6%.", because = "two companies" },
      { "If Alibaba misses revenue estimates, its stock could still jump.", because = "hypothetical" },
    },
  },
}
