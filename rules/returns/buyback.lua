local others = phrase { "bonds", "debt", "securities", "notes", "loan*", "mortgage*", "contracts", "project", "pleas", "unlikely", "call* for", "like to see", "reduced",
                        "halt*", "stop*", "holding off", "sought", "lawsuit", "objected", "mulling", "heavily" }

rule "returns.buyback" {
  title    = "{company} buys back shares: {buyback.value}",
  severity = "low",
  status   = "stable",
  tags     = { "returns" },
  about    = [[A share buyback that is announced, raised or running.]],

  subject = "company",
  when = any {
    buyback = recent(fact { metric = "buyback", modality = { "actual", "guidance", "target" }, named = true }):unless(others),
    words   = recent(affirmed(sentence(sequence(10, company { kind = "company" }, phrase { "buy back", "buys back", "bought back", "repurchase~", "buying back" },
                                                phrase { "of shares", "of stock", "of its shares", "of its stock", "its shares", "own shares" })))):unless(others),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "An old programme that is mentioned again" },
  examples = {
    fires = {
      { "Apple authorised a $110 billion share buyback on Friday." },
      { "HSBC will buy back up to $3 billion of shares." },
      { "Siemens launched a buyback of 6 billion euros." },
    },
    silent = {
      { "Samsung is reportedly considering a $20 billion buyback.", because = "a rumour" },
      { "Boeing has no plans for a share buyback.", because = "negated" },
      { "Ford bought back a plant in Ohio.", because = "not shares" },
    },
  },
}
