rule "earnings.profit_plunge" {
  title    = "{company}: profit {plunge.change:+%}",
  severity = "high",
  status   = "stable",
  tags     = { "earnings" },
  about    = [[Profit that falls by a quarter or more.]],

  subject = "company",
  when = { plunge = fact { metric = { "net_income", "operating_income", "eps" }, direction = "down", change = { max = -25 } } },

  once_per = { "company", "plunge.period", days = 14 },
  false_alerts = { "A one-off gain in the year before" },
  examples = {
    fires = {
      { "Net profit at BMW plunged 37 per cent." },
      { "Puma's operating profit fell 41% to 84 million euros." },
      { "Profit at Volkswagen sank 58% in the third quarter." },
    },
    silent = {
      { "Toyota's operating profit fell 21%.", because = "less than a quarter" },
      { "Net profit at BMW rose 37 per cent.", because = "up" },
      { "If tariffs rise, Volkswagen's profit could fall 40%.", because = "hypothetical" },
    },
  },
}
