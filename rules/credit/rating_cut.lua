-- Precision by eye: 26 of 30 on 9,000 newswire articles of 2012. Remaining: subsidiaries, abbreviations that are also
-- names, cuts that were only foreseen.
local named = company { kind = "company" }
local cuts = phrase { "cut~", "downgraded", "downgrades", "downgrading", "lowered", "lowers", "slashed" }
local passive = phrase { "downgraded", "ratings cut", "rating cut", "rating was cut", "ratings were cut", "was cut",
                         "were cut", "rating lowered", "ratings downgraded" }
local agency = phrase { "moody s", "standard & poor s", "s&p", "fitch", "dbrs", "credit rating*", "debt rating*",
                        "long-term rating*", "notch*", "junk" }
local states = phrase { "sovereign", "euro zone", "government*", "country", "countries", "spain s", "italy s",
                        "greece s", "france s", "portugal s", "to sell", "to buy", "to hold", "to neutral",
                        "to underperform", "strong buy", "equity analyst", "stock price", "price target", "stock to",
                        "shares to" }

rule "credit.rating_cut" {
  title    = "{company}'s credit rating is cut",
  severity = "high",
  status   = "stable",
  tags     = { "credit" },
  about    = [[An agency lowers its view of the debt.]],

  subject = "company",
  when = any {
    cut   = recent(affirmed(sentence(sequence(7, cuts, named) & agency))):unless(states),
    words = recent(affirmed(sentence(sequence(6, named, passive) & agency))):unless(states),
  },
  unless = { rater = company { name = { "MCO", "SPGI" } } },

  once_per = { "company", days = 30 },
  false_alerts = { "The rating of a subsidiary", "A cut that the agency only foresees" },
  examples = {
    fires = {
      { "S&P cut Ford's credit rating to junk on Thursday." },
      { "Moody's downgraded Intel's credit rating." },
      { "Fitch lowered its credit rating on Boeing by one notch." },
    },
    silent = {
      { "Moody's upgraded Ford's credit rating.", because = "up" },
      { "UBS downgraded Netflix to neutral.", because = "a share rating" },
      { "Fitch could lower its credit rating on Boeing.", because = "hypothetical" },
      { "Moody's downgraded Ford to junk in 2020.", article = { published = "2026-05-14" }, because = "history" },
    },
  },
}
