local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local others = phrase { "advis*", "fund manager", "portfolio manager", "shareholder*", "or sell", "retailer*", "responsible for", "mandate", "urge*",
                        "hope*", "demanded", "ruled out", "carve out a", "goodbye", "boutique" }

rule "deals.divestiture" {
  title    = "{company} sells a business",
  severity = "low",
  status   = "stable",
  tags     = { "deals" },
  about    = [[A unit, a stake or a plant that is sold or split off.]],

  subject = "company",
  when = any {
    sells = recent(affirmed(sentence(sequence(6, named, phrase { "sell~", "sold", "divest~", "offload~", "spin~ off", "spun off", "dispose~ of" },
                                              phrase { "business", "businesses", "unit", "units", "division*", "stake*", "arm", "operations", "assets",
                                                       "subsidiary", "subsidiaries" })))):unless(others),
    sale  = first(recent(fact { metric = { "divestiture", "asset_sale" }, named = true,
                                modality = { "actual", "guidance", "target" } })):unless(others),
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
