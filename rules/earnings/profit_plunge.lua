-- Precision by eye: 20 of 22 on 9,000 newswire articles of 2012. Remaining: a rival named in the title, the profit of
-- one business.
local news = require "news"

rule "earnings.profit_plunge" {
  title    = "{company}'s profit {plunge.move}",
  severity = "high",
  status   = "stable",
  tags     = { "earnings" },
  about    = [[Profit that falls by a quarter or more.]],

  subject = company { kind = "company", role = { "primary", "secondary" }, named_in = { "title", "lead" } },
  when = {
    plunge = fact { metric = { "net_income", "operating_income", "eps" }, exact = true, direction = "down",
                    segment = missing, flags = no "loss", change = { max = -25 } }
      :unless(list "history" | phrase { "unit", "units", "division*", "segment*", "margin" }),
  },
  unless = { market_report = news.about_markets },

  once_per = { "company", "plunge.period", days = 14 },
  false_alerts = { "A one-off gain in the year before", "The profit of another company that the title names" },
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
