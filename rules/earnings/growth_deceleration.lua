-- Precision by eye: 18 of 20 on 9,000 newswire articles of 2012. Remaining: the growth of a market on which the company
-- depends, a quarter long past.
local news = require "news"

rule "earnings.growth_deceleration" {
  title    = "{company}: growth is slowing",
  severity = "medium",
  status   = "stable",
  tags     = { "earnings", "growth" },
  about    = [[Revenue still grows, but more slowly than before, and the text says so.]],

  subject = company { kind = "company", named_in = { "title", "lead" } },
  when = sentence(all {
    slow = fact { metric = { "revenue", "same_store_sales", "bookings", "growth_rate", "subscribers" },
                  direction = { "up", "down" }, period = no "LAST:1Y" },
    words = near(6, affirmed(list "slowing_growth"),
                    phrase { "growth", "grew", "sales", "revenue*", "bookings", "orders", "renewals", "subscriber*",
                             "pace", "rate", "from" }),
  }):unless(news.of_an_economy | news.ahead | phrase { "typically", "market as a whole", "slowed down", "than sales", "than revenue*" }),
  unless = { market_report = news.about_markets },

  once_per = { "company", "slow.metric", days = 30 },
  false_alerts = {
    "The growth of a market that the company depends on",
    "Growth that slowed in one region while the whole sped up",
  },
  examples = {
    fires = {
      { "SAP's cloud revenue grew 22%, slowing from 25% in the third quarter.", words = "slowing" },
      { "Growth at Netflix slowed: revenue rose 9%, down from 15% a year earlier, its slowest pace in four years." },
      { "Snowflake's product revenue rose 26%, a deceleration from 30% in the previous quarter." },
    },
    silent = {
      { "SAP's cloud revenue grew 25%, speeding up from 22% in the third quarter.", because = "faster" },
      { "SAP's cloud revenue grew 25%, and growth is not slowing.", because = "negated" },
      { "The economy is slowing, economists said.", because = "no company" },
    },
  },
}
