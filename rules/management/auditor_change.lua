-- Precision by eye: 2 of 2 on 9,000 newswire articles of 2012. Remaining: none seen.
rule "management.auditor_change" {
  title    = "{company}: its auditor leaves",
  severity = "high",
  status   = "stable",
  tags     = { "management", "risk" },
  about    = [[An auditor who resigns or is dismissed, more so in the middle of a year.]],

  subject = "company",
  when = any {
    auditor = recent(fact { metric = "event.auditor_change", named = true }),
    words   = recent(affirmed(sentence(near(8, phrase { "auditor", "auditors", "accounting firm" },
                                            phrase { "resign~", "quit~", "dismiss~", "step~ down" })
                                       & company { kind = "company" }))),
  },

  once_per = { "company", days = 60 },
  false_alerts = { "A rotation that the law asks for" },
  examples = {
    fires = {
      { "Ernst & Young resigned as auditor of Super Micro." },
      { "Wirecard dismissed its auditor." },
      { "The auditor of Evergrande has resigned, the company said." },
    },
    silent = {
      { "The auditor of Siemens signed the accounts.", because = "it stays" },
      { "Tesco has no plans to change its auditor.", because = "negated" },
      { "Super Micro hired a head of sales.", because = "nothing of it" },
    },
  },
}
