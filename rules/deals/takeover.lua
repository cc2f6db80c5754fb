rule "deals.takeover" {
  title    = "{company}: takeover",
  severity = "medium",
  status   = "stable",
  tags     = { "deals" },
  about    = [[A company that is bought or merged, agreed or bid for.]],

  subject = "company",
  when = any {
    deal  = fact { metric = { "deal_value", "m_and_a", "merger" }, modality = { "actual", "guidance", "target" } },
  },

  once_per = { "company", days = 30 },
  false_alerts = { "The purchase of a building or a licence" },
  examples = {
    fires = {
      { "Merck agreed to buy Verida Bio for $6.4 billion." },
      { "Chevron completed its $53 billion takeover of Hess." },
      { "Capital One will acquire Discover Financial in an all-stock merger." },
    },
    silent = {
      { "Merck bought advertising time.", because = "no company" },
      { "Intel denied that it is for sale and that Qualcomm will buy it.", because = "denied" },
      { "If regulators agree, Chevron might buy a rival.", because = "hypothetical" },
    },
  },
}
