-- Precision by eye: 26 of 30 on 9,000 newswire articles of 2012. Remaining: programmes that were suspended, what each
-- billion would do, a rival in the same sentence.
local others = phrase { "bonds", "debt", "securities", "notes", "loan*", "mortgage*", "contracts", "project",
                        "unlikely", "call* for", "like to see", "reduced", "halt*", "stop*", "holding off", "sought",
                        "lawsuit", "objected", "mulling" }
local buys = phrase { "buy back", "buys back", "bought back", "repurchase~", "buying back" }
local shares = phrase { "of shares", "of stock", "of its shares", "of its stock", "its shares", "own shares" }

rule "returns.buyback" {
  title    = "{company} buys back shares[: {buyback.value}]",
  severity = "low",
  status   = "stable",
  tags     = { "returns" },
  about    = [[A share buyback that is announced, raised or running.]],

  subject = "company",
  when = any {
    buyback = recent(fact { metric = "buyback", modality = { "actual", "guidance", "target" }, named = true })
              :unless(others),
    words   = recent(affirmed(sentence(sequence(10, company { kind = "company" }, buys, shares)))):unless(others),
  },

  once_per = { "company", days = 30 },
  false_alerts = {
    "A programme that is suspended",
    "Sums that are only reckoned with",
    "The programme of another company in the sentence",
  },
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
      { "JPMorgan suspended its $15 billion share buyback to save capital: it is holding off.", because = "suspended" },
    },
  },
}
