-- Precision by eye: 25 of 30 on 9,000 newswire articles of 2012. Remaining: the owner of the firm in trouble, defaults
-- told as history without a date.
local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local cuts = phrase { "cut~", "downgraded", "downgrades", "lowered", "lowers", "slashed" }
local passive = phrase { "downgraded", "ratings cut", "rating cut", "rating was cut", "ratings were cut", "was cut",
                         "were cut", "rating lowered", "ratings downgraded" }
local agency = phrase { "moody s", "standard & poor s", "s&p", "fitch", "dbrs", "credit rating*", "debt rating*",
                        "long-term rating*", "notch*", "junk" }
local states = phrase { "sovereign", "euro zone", "government*", "country", "countries", "greece", "greek", "spain s",
                        "italy s", "lawyer*", "attorney*", "advis*", "timeline", "subsequently", "which later",
                        "previous owner", "to sell", "to buy", "to hold", "to neutral", "to underperform",
                        "strong buy", "equity analyst", "stock price", "price target" }

rule "credit.debt_risk" {
  title    = "{company}: debt is a risk",
  severity = "high",
  status   = "stable",
  tags     = { "credit", "risk" },
  about    = [[A cut credit rating, a covenant in breach, doubt about going on, default, or debt that mounts.]],

  subject = "company",
  when = any {
    rating = recent(affirmed(sentence((sequence(7, cuts, named) | sequence(6, named, passive))
                                      & agency))):unless(states),
    doubt  = recent(sentence(fact { metric = "event.going_concern", named = true } & phrase "doubt*")),
    breach = recent(sentence(fact { metric = "event.covenant_breach", named = true }
                             & sequence(8, named, phrase { "covenant*", "default~", "missed" }))):unless(states),
    filing = first(recent(affirmed(sequence(8, named, list "bankruptcy")))):unless(states),
    words  = recent(affirmed(sentence(sequence(8, named, list "debt_distress")))):unless(states),
  },
  unless = { rater = company { name = { "MCO", "SPGI" } } },

  once_per = { "company", days = 30 },
  false_alerts = { "The owner of the borrower in trouble", "A default told as history without its date" },
  examples = {
    fires = {
      { "S&P cut Ford's credit rating to junk on Thursday." },
      { "There is substantial doubt about WeWork's ability to continue as a going concern.", company = "WeWork" },
      { "AMC warned of a default as its debt mounts.", words = "default" },
    },
    silent = {
      { "S&P raised Ford's credit rating.", because = "raised" },
      { "Ford repaid debt of $2 billion.", because = "less debt" },
      { "AMC is not in default, it said.", because = "negated" },
      { "S&P cut Spain's credit rating, which hurts Santander.", because = "a country's" },
    },
  },
}
