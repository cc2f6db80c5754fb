-- Precision by eye: 29 of 33 on 9,000 newswire articles of 2012. Remaining: money put into another company, financing
-- for clients.
local named = company { kind = "company" }
local function spending(fields)
  fields.named, fields.modality = true, { "actual", "guidance", "target" }
  return fact(fields)
end
local plans = { "capex.plan", "capex.cumulative", "investment.plan", "capex.run_rate" }
local said = phrase { "invest~", "spend~", "spending", "investment*", "capital", "capex" }
local others = phrase { "fund", "funds", "government s", "scrap*", "cautious", "private equity", "venture capital",
                        "proceeds", "stake", "shares", "rather than buy", "consortium", "according to",
                        "private investment", "willing to", "licensee*", "investment bank" }

rule "capex.capex_intensity" {
  title    = "{company} spends heavily[: {spend.figure}]",
  severity = "medium",
  status   = "stable",
  tags     = { "capex" },
  about    = [[Capital spending that rises, is raised in the guidance, or is laid out over years.]],

  subject = "company",
  when = {
    spend = (sentence(spending { metric = "capex", exact = true, direction = "up" }
                      & (sequence(10, named, said) | quantity { unit = "USD" }))
             | spending { metric = "capex", exact = true, value = { above = 5e9, in_currency = "USD" } }
             | recent(sentence(spending { metric = plans, value = { above = 1e8, in_currency = "USD" } }
                               & sequence(8, named, said)))):unless(others),
  },
  against = { cash = fact { metric = { "free_cash_flow", "net_cash" }, direction = "up" } },

  once_per = { "company", "spend.period", days = 60 },
  false_alerts = { "Money put into another company, or lent to clients", "A plan that is repeated year after year" },
  examples = {
    fires = {
      { "Amazon raised its 2026 capital expenditure forecast to $150 billion from $125 billion." },
      { "Over the past four quarters Alibaba's capex topped 100 billion RMB.", company = "Alibaba" },
      {
        "TSMC's capital expenditure rose to $9.6 billion, compared with $6.4 billion a year earlier.",
        spend = "$9.6 billion",
      },
    },
    silent = {
      { "Verizon cut its capital expenditure to $4 billion.", because = "small and falling" },
      { "If demand grows, Amazon could raise its capital expenditure.", because = "hypothetical" },
      { "Capital expenditure is a line of the cash flow statement.", because = "no company" },
      { "A fund of Carlyle plans to invest $2 billion in infrastructure.", because = "a fund" },
    },
  },
}
