-- Precision by eye: 15 of 17 on 9,000 newswire articles of 2012. Remaining: an example that names the company, a
-- customer.
local news = require "news"

local of_sales = phrase { "growth", "revenue*", "sales", "demand", "bookings" }

rule "earnings.growth_deceleration_risk" {
  title    = "{company}: growth may slow",
  severity = "low",
  status   = "stable",
  tags     = { "earnings", "growth", "risk" },
  about    = [[A warning, forecast or fear that growth will slow: not yet in the numbers.]],

  subject = company { kind = "company", role = "primary", named_in = { "title", "lead" } },
  when = {
    slow = sentence(near(4, phrase { "to slow", "will slow", "may slow", "might slow", "could slow", "would slow",
                             "will decelerate", "may decelerate", "could decelerate", "would decelerate" },
                    of_sales)
            | near(12, near(4, phrase { "slow down", "slows", "slowing", "slower", "slowdown", "decelerate",
                                        "decelerating", "deceleration", "plateau~" },
                               of_sales),
                       news.ahead))
      :unless(news.of_an_economy
              | near(4, phrase { "growth", "demand", "sales" },
                        phrase { "china", "india", "latin america", "there", "market", "industry", "output", "global" })
              | phrase { "decelerating decline*", "the brokerage" }),
  },
  unless = {
    already = fact { metric = "revenue", direction = "down" },
    market_report = news.about_markets,
  },

  once_per = { "company", days = 30 },
  false_alerts = { "Growth of a customer, or of a market, in a sentence on the company" },
  examples = {
    fires = {
      { "Shopify warned that revenue growth will slow in the second half." },
      { "SAP said growth could decelerate slightly in 2026." },
      { "Analysts expect Nvidia's growth to slow next year.", slow = "growth to slow" },
    },
    silent = {
      { "Shopify warned that costs will rise in the second half.", because = "costs" },
      { "Shopify's revenue growth accelerated to 27%.", because = "faster" },
      { "Growth could slow across the region, the bank said.", because = "no company is spoken of" },
    },
  },
}
