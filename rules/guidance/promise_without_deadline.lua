-- Precision by eye: 12 of 14 on 9,000 newswire articles of 2012. Remaining: an aim of the past, a date in words that no
-- list knows.
local news = require "news"

rule "guidance.promise_without_deadline" {
  title    = "{company} promises {promise.figure} and names no date",
  severity = "info",
  status   = "stable",
  tags     = { "guidance", "promise" },
  about    = [[A target with a number and no date: nobody can be held to it.]],

  subject = company { kind = "company", role = { "primary", "secondary" }, named_in = { "title", "lead" } },
  when = {
    promise = sentence(recent(news.promised { deadline = missing, modality = "target", flags = no "loss" })
                       & phrase { "aim", "aims", "aimed", "aiming", "target of", "targets", "goal", "wants to", "vowed",
                                  "pledged", "pledges", "set a target" })
      :unless(list "economy_words" | list "history"
              | phrase { "by the end", "by the middle", "next year", "next fy", "within", "over the next", "by 20*", "in 20*",
                         "this year", "decade", "over two years", "over three years", "over five years", "over 10 years",
                         "over ten years", "in two years", "in three years", "in four years",
                         "in five years" }
              | phrase { "government*", "lawsuit*", "asset*", "acres", "fund", "plant", "debt", "price target*" }),
  },
  unless = { market_report = news.about_markets },

  once_per = { "company", "promise.metric", days = 90 },
  false_alerts = { "A date that stands in the sentence before, or in words that are not on the list" },
  examples = {
    fires = {
      { "Target set a target of $15 billion in additional revenue." },
      { "Renault set a goal of an operating margin of 8%.", company = "Renault" },
      { "Duolingo aims to reach 100 million subscribers.", promise = "100 million subscribers" },
    },
    silent = {
      { "Disney aims to reach 200 million subscribers by 2028.", because = "a date" },
      { "Renault reported an operating margin of 8%.", because = "it is done" },
      { "Analysts see Renault at an operating margin of 8%.", because = "not its own" },
    },
  },
}
