-- Precision by eye: 25 of 30 on 9,000 newswire articles of 2012. Remaining: plans of another that the article names, a
-- number of this period beside the date of another.
local news = require "news"

-- A day is seldom when something is due: it is when it was said, or what it was counted on.
local function promised(number)
  return news.promised { deadline = present, period = no "DATE:*", modality = { "guidance", "target" },
                         flags = no "loss", [number] = present,
                         unit = no { "stores", "countries", "rigs", "megabytes", "shares", "acres", "plants", "funds" } }
end

rule "guidance.promise_with_deadline" {
  title    = "{company} promises {promise.figure}[ ({promise.period_text})]",
  severity = "info",
  status   = "test",
  tags     = { "guidance", "promise" },
  about    = [[A target or a forecast with a number and a date: something to come back to.]],

  subject = company { kind = "company", role = { "primary", "secondary" }, named_in = { "title", "lead" } },
  when = {
    promise = (recent(promised "value")
               | sentence(recent(promised "change")
                          & phrase { "we will", "we expect", "it expects", "expects", "aims", "aim", "targets", "target",
                                     "forecast", "sees", "said it would" }))
      :unless(list "economy_words" | list "history"
              | phrase { "fell", "rose", "dropped", "grew", "climbed", "increased", "slipped" }
              | phrase { "industry", "analyst*", "poll*", "market will", "likely", "lost production", "according to" }
              | phrase { "he expects", "she expects", "they expect", "he sees", "she sees", "insure*" }
              | phrase { "asset sales", "deal to sell", "service contracts", "estimated 20*", "set to miss" }
              | (phrase "capacity" & ~phrase { "we", "our", "raise", "expand", "expands", "double", "boost", "increase" })
              | phrase { "is expected", "was expected", "were expected", "are expected" }),
  },
  unless = { market_report = news.about_markets },

  once_per = { "company", "promise.metric", days = 90 },
  false_alerts = {
    "A plan of another firm or of a state in an article on this one",
    "A target that is older than the article and only repeated",
  },
  examples = {
    fires = {
      { "Disney aims to reach 200 million subscribers by 2028.", promise = "200 million subscribers" },
      { "Volvo aims to sell 1.2 million cars by 2030.", company = "Volvo" },
      { "“We will double capacity within 18 months,” said CEO Lip-Bu Tan of Intel." },
    },
    silent = {
      { "Disney reached 200 million subscribers.", because = "it is done" },
      { "Analysts expect Disney to reach 200 million subscribers by 2028.", because = "not its own" },
      { "Disney said that it likes films.", because = "no number" },
    },
  },
}
