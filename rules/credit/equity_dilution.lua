rule "credit.equity_dilution" {
  title    = "{company} raises equity",
  severity = "medium",
  status   = "stable",
  tags     = { "credit", "dilution" },
  about    = [[New shares: the part of those who own it shrinks.]],

  subject = "company",
  when = any {
    raise = fact { metric = "equity_raise", modality = { "actual", "guidance", "target", "rumour" } },
    words = sentence(affirmed(list "share_issues")),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "A holder who sells existing shares" },
  examples = {
    fires = {
      { "Rivian will raise $1.5 billion by selling new shares.", company = "Rivian" },
      { "AMC Entertainment raised $250 million by selling new shares." },
      { "Plug Power plans to sell $300 million of new shares." },
    },
    silent = {
      { "Boeing has no plans to raise capital.", because = "negated" },
      { "Apple will buy back $110 billion of shares.", because = "fewer shares" },
      { "If cash runs out, Rivian might sell new shares.", because = "hypothetical" },
    },
  },
}
