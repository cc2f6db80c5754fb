-- Precision by eye: 9 of 9 on 9,000 newswire articles of 2012. Remaining: none seen.
rule "valuation.valuation_discount" {
  title    = "{company} is called cheap",
  severity = "low",
  status   = "stable",
  tags     = { "valuation" },
  about    = [[A valuation ratio below the industry's, or words that say that the share is cheap, for itself or beside its peers.]],

  subject = company { kind = "company", role = { "primary", "secondary" }, named_in = { "title", "lead" } },
  when = any {
    words = near(16, company {}, recent(affirmed(list "valuation_discount")))
          & sentence(affirmed(list "valuation_discount")
                     & phrase { "share*", "stock*", "valu*", "trade*", "trading", "multiple*", "earnings" }),
    flag  = sentence(fact { metric = { "valuation", "pe.forward", "ps", "ev_ebitda" }, flags = "discount" } & company {}),
    ratio = compare("own.value", "<", "industry.value")
          & all { own = fact { metric = "pe.forward", exact = true, modality = "any" },
                  industry = fact { metric = "pe.forward.industry", modality = "any" } },
  }:unless(phrase { "offer", "bid", "bids", "tender", "takeover", "proposal", "price it paid", "lawsuit*", "suit", "will trade",
                    "companies", "assets", "undervalued their", "undervalued the", "undervalued its", "undervalues" }),
  unless = { market_report = anywhere(title(list "market_reports")) },

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
