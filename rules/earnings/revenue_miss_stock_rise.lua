rule "earnings.revenue_miss_stock_rise" {
  title    = "{company} fell short on revenue, yet the shares moved {rise.change:+%}",
  severity = "high",
  status   = "stable",
  tags     = { "earnings", "divergence" },
  about    = [[A miss or falling revenue beside a rising share: the market looks at something else, mostly guidance.]],

  subject = "company",
  when = all {
    miss = any {
      fact { metric = { "revenue", "net_income", "operating_income", "eps", "earnings", "results", "same_store_sales" },
             surprise = "miss" },
      fact { metric = "revenue", direction = "down" },
    },
    rise = fact { metric = "share_price", direction = "up", flags = no "intraday" },
  },

  once_per = { "company", "miss.period", days = 7 },
  false_alerts = { "Round-ups that restate an old quarter beside today's share price" },
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
