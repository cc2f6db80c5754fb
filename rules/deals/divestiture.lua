-- Precision by eye: 25 of 30 on 9,000 newswire articles of 2012. Remaining: sales that failed or that investors only
-- ask for, the owner of a share holder that sells.
local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local what = phrase { "business", "businesses", "unit", "its units", "two units", "three units", "division*",
                      "stake*", "arm", "operations", "assets", "subsidiary", "subsidiaries" }
local others = phrase { "advis*", "fund manager", "portfolio manager", "shareholder*", "or sell", "retailer*",
                        "responsible for", "mandate", "urge*", "hope*", "demanded", "ruled out", "carve out a",
                        "mis-sold", "analysts said", "sell them", "ipo", "valuation" }
local selling = phrase { "sell~", "divest~", "offload~", "spin~ off", "dispose~ of" }

rule "deals.divestiture" {
  title    = "{company} sells a business",
  severity = "low",
  status   = "stable",
  tags     = { "deals" },
  about    = [[A unit, a stake or a plant that is sold or split off.]],

  subject = "company",
  when = any {
    sells = recent(affirmed(sentence(sequence(6, named, selling, what)):unless(phrase "sold"))):unless(others),
    sold  = first(recent(affirmed(sequence(6, named, phrase { "sold", "spun off", "spinning off" }, what))))
            :unless(others),
    sale  = first(recent(fact { metric = { "divestiture", "asset_sale" }, named = true,
                                modality = { "actual", "guidance", "target" } })):unless(others),
  },

  once_per = { "company", days = 30 },
  false_alerts = {
    "A sale that investors ask for or that failed",
    "A seller who is only part owned by the company named",
  },
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
      { "Vodafone sold its Italian business in 2021.", article = { published = "2026-05-14" }, because = "history" },
      { "Apple sold 3 million units of the tablet.", because = "goods" },
    },
  },
}
