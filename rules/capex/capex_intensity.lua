rule "capex.capex_intensity" {
  title    = "{company} spends heavily: {spend.metric} {spend.value}",
  severity = "medium",
  status   = "stable",
  tags     = { "capex" },
  about    = [[Capital spending that rises, is raised in the guidance, or is laid out over years.]],

  subject = "company",
  when = {
    spend = fact { metric = "capex", direction = "up", modality = { "actual", "guidance", "target" } }
          | fact { metric = { "capex.plan", "capex.cumulative", "investment.plan", "capex.run_rate" }, value = present,
                   modality = { "actual", "guidance", "target" } }
          | fact { metric = "capex", value = { above = 5e9, in_currency = "USD" }, modality = { "actual", "guidance", "target" } },
  },
  against = { cash = fact { metric = { "free_cash_flow", "net_cash" }, direction = "up" } },

  once_per = { "company", "spend.period", days = 60 },
  false_alerts = { "A plan that is repeated year after year" },
  examples = {
    fires = {
      { "Amazon raised its 2026 capital expenditure forecast to $150 billion from $125 billion." },
      { "Over the past four quarters Alibaba's capex topped 100 billion RMB.", company = "Alibaba" },
      { "TSMC's capital expenditure rose to $9.6 billion, compared with $6.4 billion a year earlier.", spend = "$9.6 billion" },
    },
    silent = {
      { "Verizon cut its capital expenditure to $4 billion.", because = "small and falling" },
      { "If demand grows, Amazon could raise its capital expenditure.", because = "hypothetical" },
      { "Capital expenditure is a line of the cash flow statement.", because = "no company" },
    },
  },
}
