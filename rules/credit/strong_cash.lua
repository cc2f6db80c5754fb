-- Precision by eye: 10 of 12 on 9,000 newswire articles of 2012. Remaining: liquidity that a bank must hold,
-- public funds.
local large = { above = 5e9, in_currency = "USD" }
-- A price paid in cash, a need for it, a central bank's.
local spent = phrase { "acqui*", "takeover*", "all-cash", "deal", "to buy", "bought", "bid", "offered", "agreed to",
                       "raise*", "asked", "burn*", "paid", "shortfall", "central bank", "ecb", "auction*", "invested",
                       "private equity", "buyout", "guarantee*" }
local it = phrase { "it", "which", "company", "giant", "maker", "bank" }
local holds = phrase { "has", "have", "had", "holds", "sits on", "sitting on", "ended", "ends", "with" }

rule "credit.strong_cash" {
  title    = "{company} has cash to spare[: {cash.value:money}]",
  severity = "info",
  status   = "stable",
  tags     = { "credit", "cash" },
  about    = [[A large cash position, net cash, or free cash flow that grows.]],

  subject = "company",
  when = any {
    cash = recent(fact { metric = { "cash", "net_cash" }, metric_text = no "cash", value = large, named = true }
                  | sentence(fact { metric = "cash", metric_text = "cash", value = large, named = true }
                             & sequence(4, company { kind = "company" } | it, holds)))
           :unless(spent),
    flow = recent(fact { metric = "free_cash_flow", direction = "up", change = present, named = true })
           :unless(phrase { "percent of free", "distribution" }),
  },

  once_per = { "company", days = 60 },
  false_alerts = { "Liquidity that a bank must hold", "Cash that is matched by debt" },
  examples = {
    fires = {
      { "Alibaba ended the quarter with cash of nearly $38 billion.", cash = "cash of nearly $38 billion" },
      { "Palantir ended the quarter with $7.2 billion of cash and no debt." },
      { "Free cash flow at Chevron rose 24% to $5.2 billion.", company = "Chevron" },
      { "Pfizer has $20 billion in cash, and it said the search goes on." },
    },
    silent = {
      { "Beyond Meat had cash of $120 million.", because = "too little" },
      { "Free cash flow at Amazon fell 32%.", because = "down" },
      { "Cash is king, the saying goes.", because = "no company" },
      { "Pfizer agreed to buy Seagen for $43 billion in cash.", because = "a price" },
    },
  },
}
