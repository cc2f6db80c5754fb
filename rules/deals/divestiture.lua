rule "deals.divestiture" {
  title    = "{company} sells a business",
  severity = "low",
  status   = "stable",
  tags     = { "deals" },
  about    = [[A unit, a stake or a plant that is sold or split off.]],

  subject = "company",
  when = any {
    sale  = fact { metric = { "divestiture", "asset_sale" }, modality = { "actual", "guidance", "target" } },
    words = sentence(affirmed(near(5, phrase { "sold its", "sells its", "to sell its", "divest~ its", "sale of its" },
                                      phrase { "business*", "unit*", "division*", "stake*", "arm" }))),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "The sale of shares by a fund" },
  examples = {
    fires = {
      { "Vodafone sold its Italian business for 8 billion euros." },
      { "Unilever will spin off its ice-cream unit." },
      { "BP agreed to divest its stake in the pipeline." },
    },
    silent = {
      { "Vodafone sold more phones.", because = "goods" },
      { "Unilever has no plans to sell its food unit.", because = "negated" },
      { "BP might sell its stake.", because = "hypothetical" },
    },
  },
}
