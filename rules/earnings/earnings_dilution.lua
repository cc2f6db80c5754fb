-- Precision by eye: 4 of 4 on 9,000 newswire articles of 2012. Remaining: none seen.
rule "earnings.earnings_dilution" {
  title    = "{company}: earnings per share will be diluted",
  severity = "medium",
  status   = "stable",
  tags     = { "earnings", "dilution" },
  about    = [[A deal, an investment or new shares that lower earnings per share, as the text says.]],

  subject = company { kind = "company", named_in = { "title", "lead" } },
  when = near(8, affirmed(list "dilutive"), phrase { "earnings", "eps", "profit" }),

  once_per = { "company", days = 30 },
  false_alerts = { "Diluted earnings per share as the name of a figure: the list leaves the bare word out" },
  examples = {
    fires = {
      { "Merck said the deal will be dilutive to earnings in 2026." },
      { "Salesforce expects the acquisition to dilute earnings per share by 5 cents." },
      { "The purchase will dilute Pfizer's profit for two years, Pfizer said." },
    },
    silent = {
      { "Merck said the deal will not be dilutive to earnings.", because = "negated" },
      { "Diluted earnings per share at Nike were $0.19.", because = "the name of a figure" },
      { "Merck said the deal will add to earnings in 2026.", because = "accretive" },
    },
  },
}
