rule "credit.strong_cash" {
  title    = "{company} has cash to spare",
  severity = "info",
  status   = "stable",
  tags     = { "credit", "cash" },
  about    = [[A large cash position, net cash, or free cash flow that grows.]],

  subject = "company",
  when = any {
    cash = fact { metric = { "cash", "net_cash" }, value = { above = 5e9, in_currency = "USD" } }
           :unless(phrase { "acqui*", "takeover*", "all-cash", "deal", "to buy", "agreed to" }),   -- a price paid in cash
    flow = fact { metric = "free_cash_flow", direction = "up" },
  },

  once_per = { "company", days = 60 },
  false_alerts = { "Cash that is matched by debt" },
  examples = {
    fires = {
      { "Alibaba ended the quarter with cash of nearly $38 billion.", cash = "cash of nearly $38 billion" },
      { "Palantir ended the quarter with $7.2 billion of cash and no debt." },
      { "Free cash flow at Chevron rose 24% to $5.2 billion.", company = "Chevron" },
    },
    silent = {
      { "Beyond Meat had cash of $120 million.", because = "too little" },
      { "Free cash flow at Amazon fell 32%.", because = "down" },
      { "Cash is king, the saying goes.", because = "no company" },
    },
  },
}
