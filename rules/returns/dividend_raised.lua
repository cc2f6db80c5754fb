local others = phrase { "pleas", "sought", "call* for", "would be a", "analyst", "investors are", "yield", "portfolio manager", "bonus*", "should", "blocked", "objected" }

rule "returns.dividend_raised" {
  title    = "{company} raised its dividend",
  severity = "low",
  status   = "stable",
  tags     = { "returns" },
  about    = [[A higher or first dividend.]],

  subject = "company",
  when = any {
    raised = recent(fact { metric = "dividend", direction = "up", modality = { "actual", "guidance" }, named = true, metric_text = "*dividend*" }):unless(others),
    first  = recent(affirmed(sentence(sequence(10, company { kind = "company" }, phrase { "initiate~ a dividend", "first dividend", "its first dividend", "first ever dividend",
                                                                                          "initiated a quarterly dividend" })))):unless(others),
  },

  once_per = { "company", days = 60 },
  false_alerts = { "none known" },
  examples = {
    fires = {
      { "Microsoft raised its dividend by 10%.", raised = "raised its dividend by 10%" },
      { "Apple increased its quarterly dividend to 27 cents a share from 26 cents." },
      { "Meta will pay its first dividend in March.", first = "first dividend" },
    },
    silent = {
      { "Vodafone cut its dividend.", because = "cut" },
      { "Nestle left its dividend unchanged.", because = "unchanged" },
      { "Analysts expect Shell to raise its dividend.", because = "an estimate" },
    },
  },
}
