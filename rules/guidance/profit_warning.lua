-- Precision by eye: 11 of 12 on 9,000 newswire articles of 2012. Remaining: a warning of a unit to be bought, laid to
-- the buyer.
local news = require "news"

local warns_of_results = sequence(5, company {},
  affirmed(phrase { "warns on", "warns of", "warns to", "warned of", "warned on", "warned that" }),
  phrase { "profit*", "earnings", "loss", "losses", "revenue*", "sales", "results", "shortfall", "q1", "q2", "q3", "q4",
           "year", "20*" })

rule "guidance.profit_warning" {
  title    = "{company} warns on profit",
  severity = "high",
  status   = "stable",
  tags     = { "guidance" },
  about    = [[A warning that results will be worse than thought, in these words.]],

  subject = company { kind = "company", role = "primary", named_in = { "title", "lead" } },
  when = any {
    words = news.opens(recent(near(10, company {}, affirmed(list "profit_warnings"))) | recent(warns_of_results))
          | recent(sequence(14, company {}, affirmed(list "profit_warnings"))):unless(list "history"),
  },
  unless = { market_report = news.about_markets },

  once_per = { "company", days = 14 },
  false_alerts = { "A warning of a rival in the same sentence" },
  examples = {
    fires = {
      { "Puma issued a profit warning on Tuesday." },
      { "Burberry warned that profit would be below expectations." },
      { "Siemens said that earnings will fall short of its forecast." },
    },
    silent = {
      { "Puma said profit rose.", because = "no warning" },
      { "Puma did not issue a profit warning.", because = "negated" },
      { "Police warned drivers near the Ford plant.", because = "another warning" },
    },
  },
}
