-- Precision by eye: 50 of 57 on 9,000 newswire articles of 2012. Remaining: beats of an earlier quarter, a forecast
-- that beats, another firm in the title.
local news = require "news"

rule "earnings.beat_and_fall" {
  title    = "{company} beat on {beat.metric}, yet the shares {fall.move}",
  severity = "high",
  status   = "stable",
  tags     = { "earnings", "divergence" },
  about    = [[Good numbers that the market does not pay for: look at guidance, margins, or what was priced in.]],

  subject = company { kind = "company" },
  when = all {
    beat = news.results("beat", "down"),
    fall = news.reaction "down",
    central = news.central_or_both("beat", "down"),
  },
  unless = { rose = news.opposite "up" },

  once_per = { "company", "beat.period", days = 7 },
  false_alerts = {
    "An older beat, or a forecast above expectations, beside a fall",
    "A share of another company that the title names",
  },
  examples = {
    fires = {
      { "Nvidia beat revenue estimates, but its shares fell 3%.", beat = "beat revenue" },
      { "Profit at FedEx came in above forecasts. FedEx stock slid 5% as costs rose.", company = "FedEx" },
      { "Despite topping earnings estimates, Target shares dropped 7% in premarket trading." },
    },
    silent = {
      { "Nvidia beat revenue estimates and its shares rose 3%.", because = "the share rose" },
      { "Nvidia beat revenue estimates. AMD shares fell 3%.", because = "two companies" },
      { "Nvidia could beat estimates and still see its shares fall.", because = "hypothetical" },
    },
  },
}
