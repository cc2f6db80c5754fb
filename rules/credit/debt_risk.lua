rule "credit.debt_risk" {
  title    = "{company}: debt is a risk",
  severity = "high",
  status   = "stable",
  tags     = { "credit", "risk" },
  about    = [[A cut credit rating, a covenant in breach, doubt about going on, default, or debt that mounts.]],

  subject = "company",
  when = any {
    rating   = fact { metric = "credit_rating", direction = "down" },
    event    = fact { metric = { "event.going_concern", "event.covenant_breach" } },
    words    = sentence(affirmed(list "debt_distress")),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "Debt of a country or a customer in a sentence that names the company" },
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
    },
  },
}
