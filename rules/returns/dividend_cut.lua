-- Precision by eye: 7 of 8 on 9,000 newswire articles of 2012. Remaining: a unit whose trouble made its owner cut.
local others = phrase { "should", "bonus*", "maintain*", "having to", "rise in", "pressure to", "lawsuit",
                        "such as cutting" }

rule "returns.dividend_cut" {
  title    = "{company} cut its dividend",
  severity = "high",
  status   = "stable",
  tags     = { "returns" },
  about    = [[A dividend that is lowered, halved or suspended.]],

  subject = "company",
  when = any {
    cut   = recent(fact { metric = "dividend", direction = "down", modality = { "actual", "guidance" }, named = true,
                          metric_text = "*dividend*" }):unless(others),
    words = recent(affirmed(sentence(sequence(8, company { kind = "company" }, list "dividend_cuts")))):unless(others),
  },

  once_per = { "company", days = 60 },
  false_alerts = { "A unit whose owner cuts" },
  examples = {
    fires = {
      { "Vodafone cut its dividend by half on Tuesday.", cut = "cut its dividend" },
      { "BHP lowered its dividend to 60 US cents a share from 72 US cents." },
      { "Walgreens suspended its dividend to save cash.", words = "suspended its dividend" },
    },
    silent = {
      { "Microsoft raised its dividend by 10%.", because = "raised" },
      { "Ford has no plans to cut its dividend.", because = "negated" },
      { "If cash runs short, AT&T could cut its dividend.", because = "hypothetical" },
      { "GE cut its dividend in 2009.", article = { published = "2026-05-14" }, because = "history" },
    },
  },
}
