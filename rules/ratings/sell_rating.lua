-- Precision by eye: 24 of 28 on 9,000 newswire articles of 2012. Remaining: a rating of another share beside this one's
-- name, talk of downgrades of debt without the agency's name.
local news = require "news"

rule "ratings.sell_rating" {
  title    = "{company} is downgraded or rated a sell",
  severity = "medium",
  status   = "stable",
  tags     = { "ratings" },
  about    = [[A broker or a ranking that says sell, underperform or underweight, or a downgrade.]],

  subject = company { kind = "company" },
  when = any {
    downgrade = news.about(news.told(recent(fact { metric = "rating", direction = "down" }))),
    sell      = news.about(news.told(recent(affirmed(list "sell_ratings")))),
  }:unless(news.of_debt | news.by_broker
           | phrase { "analysts covering", "of analysts", "recommendations", "conviction buy", "could be downgraded",
                      "may be downgraded", "might be downgraded", "to underperform the", "to underperform its",
                      "rating downgrade", "estimates", "outlooks", "upgraded" }),

  once_per = { "company", days = 14 },
  false_alerts = {
    "A rating of another share in a sentence on this one",
    "A downgrade of debt that does not name the agency",
  },
  examples = {
    fires = {
      { "Salesforce was downgraded to sell from hold by analysts at Harbour Lane." },
      { "Alibaba carries a Zacks Rank #5 (Strong Sell).", sell = "Strong Sell" },
      { "Citi has an underperform rating on Intel.", company = "Intel" },
    },
    silent = {
      { "UBS upgraded Netflix to buy.", because = "a buy" },
      { "Peloton plans to sell bikes in Asia.", because = "selling goods" },
      { "Salesforce will sell its Slack unit.", because = "selling a unit" },
    },
  },
}
