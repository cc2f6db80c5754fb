rule "ratings.upgrade" {
  title    = "{company} is upgraded",
  severity = "low",
  status   = "stable",
  tags     = { "ratings" },
  about    = [[A broker or an agency raises its rating.]],

  subject = "company",
  when = {
    up = fact { metric = { "rating", "credit_rating" }, direction = "up", modality = "any" }
      :unless(phrase "upgrade~ its" & ~phrase "rating*"),   -- its app, its network
  },

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
