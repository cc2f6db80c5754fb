rule "supply.strike" {
  title    = "{company}: strike",
  severity = "medium",
  status   = "stable",
  tags     = { "supply", "labour" },
  about    = [[Workers who walk out, or have voted to.]],

  subject = "company",
  when = any {
    strike = fact { metric = "event.strike" },
    words  = sentence(affirmed(near(8, phrase { "worker*", "pilots", "staff", "union*", "employees", "drivers", "crew*" },
                                       phrase { "walked out", "walk out", "on strike", "strike over", "went on strike" }))),
  },

  once_per = { "company", days = 14 },
  false_alerts = { "none known" },
  examples = {
    fires = {
      { "Workers at Boeing went on strike." },
      { "Pilots at Lufthansa walked out on Thursday." },
      { "Deutsche Bahn staff began a strike over pay." },
    },
    silent = {
      { "Boeing averted a strike.", because = "averted" },
      { "Delta struck a deal with Airbus.", because = "a deal" },
      { "Pilots at Lufthansa could strike.", because = "hypothetical" },
    },
  },
}
