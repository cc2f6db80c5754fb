-- Precision by eye: 12 of 13 on 9,000 newswire articles of 2012. Remaining: a name that another firm shares.
local news = require "news"

rule "ratings.upgrade" {
  title    = "{company} is upgraded",
  severity = "low",
  status   = "stable",
  tags     = { "ratings" },
  about    = [[A broker or an agency raises its rating.]],

  subject = company { kind = "company" },
  when = all {
    up = news.about(news.told(near(12,
        phrase { "upgraded", "upgrades", "upgrading", "upgrade to", "upgrade from", "upgrade by", "raised",
                 "raises", "lifted", "lifts", "boosted" },
        phrase { "to buy", "to outperform", "to overweight", "to neutral", "to hold", "to market perform",
                 "to equal*", "to add", "to strong buy", "to accumulate", "rating", "stock rating", "credit rating",
                 "rating on", "from neutral", "from hold", "from sell", "from underweight", "from underperform",
                 "stock to", "shares to", "by a notch", "investment grade", "investment-grade" }))
      & fact { metric = { "rating", "credit_rating" }, direction = "up" }),
  }:unless(news.by_broker | phrase { "kept", "reiterat*", "maintain*", "downgrade~", "lost", "price target", "target price" }
           | phrase { "upgrade~ its", "upgrades forecasts", "version", "ratings agencies" }),

  once_per = { "company", days = 14 },
  false_alerts = { "An upgrade of the product in the same sentence" },
  examples = {
    fires = {
      { "UBS upgraded Netflix to buy." },
      { "Moody's upgraded Ford's credit rating." },
      { "Analysts at Citi upgraded Boeing to buy from neutral." },
    },
    silent = {
      { "Analysts at Citi downgraded Boeing to neutral.", because = "down" },
      { "Netflix upgraded its app.", because = "an app" },
      { "UBS kept its hold rating on Netflix.", because = "unchanged" },
    },
  },
}
