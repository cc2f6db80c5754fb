rule "valuation.valuation_discount" {
  title    = "{company} is priced below its peers",
  severity = "low",
  status   = "stable",
  tags     = { "valuation" },
  about    = [[A valuation ratio below the industry's, or words that say that the share is cheap beside its peers.]],

  subject = "company",
  when = any {
    words = sentence(affirmed(list "valuation_discount")
                     & phrase { "share*", "stock*", "valu*", "trade*", "trading", "multiple*", "earnings" }),
    flag  = fact { metric = { "valuation", "pe.forward", "ps", "ev_ebitda" }, flags = "discount", modality = "any" },
    ratio = compare("own.value", "<", "industry.value")
          & all { own = fact { metric = "pe.forward", exact = true, modality = "any" },
                  industry = fact { metric = "pe.forward.industry", modality = "any" } },
  },

  once_per = { "company", days = 60 },
  false_alerts = { "A discount on goods in the same sentence as the shares" },
  examples = {
    fires = {
      { "Alibaba shares still trade at a discount to peers.", words = "discount to peers" },
      { "On forward earnings, Intel stock is cheaper than its peers." },
      { "Shell is undervalued compared with its American rivals and trades at a low multiple.", company = "Shell" },
    },
    silent = {
      { "Alibaba shares trade at a premium to peers.", because = "a premium" },
      { "Walmart sold televisions at a discount.", because = "goods" },
      { "Alibaba shares do not trade at a discount to peers.", because = "negated" },
    },
  },
}
