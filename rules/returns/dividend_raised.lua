-- Precision by eye: 24 of 30 on 9,000 newswire articles of 2012. Remaining: raises hoped for, funds with dividend in
-- their name.
local others = phrase { "sought", "call* for", "would be a", "analyst", "investors are", "yield", "portfolio manager",
                        "bonus*", "should", "likely", "fended off", "blocked", "objected", "struggle", "priority",
                        "expected dividend*", "dividend growth fund", "dividend fund*" }
local starts = phrase { "initiate~ a dividend", "first dividend", "first ever dividend",
                        "initiated a quarterly dividend" }

rule "returns.dividend_raised" {
  title    = "{company} raised its dividend[: {raised.value}]",
  severity = "low",
  status   = "stable",
  tags     = { "returns" },
  about    = [[A higher or first dividend.]],

  subject = "company",
  when = any {
    raised = recent(fact { metric = "dividend", direction = "up", modality = { "actual", "guidance" }, named = true,
                           metric_text = "*dividend*" }):unless(others),
    first  = recent(affirmed(sentence(sequence(10, company { kind = "company" }, starts)))):unless(others),
  },

  once_per = { "company", days = 60 },
  false_alerts = { "A raise that is promised or hoped for", "Funds named after dividends" },
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
      { "Shell should raise its dividend, an analyst wrote.", because = "an opinion" },
    },
  },
}
