rule "credit.rating_cut" {
  title    = "{company}'s credit rating is cut",
  severity = "high",
  status   = "stable",
  tags     = { "credit" },
  about    = [[An agency lowers its view of the debt.]],

  subject = "company",
  when = any {
    cut   = fact { metric = "credit_rating", direction = "down" },
    words = sentence(affirmed(near(6, phrase { "cut", "cuts", "lower~", "downgrade~", "slash~" },
                                      phrase { "credit rating*", "debt rating*", "bond rating*", "rating to junk" }))),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "The rating of a country that the company does business in" },
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
    },
  },
}
