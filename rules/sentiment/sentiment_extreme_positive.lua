-- check: allow R031
rule "sentiment.sentiment_extreme_positive" {
  title    = "The tone on {company} is exuberant",
  severity = "info",
  status   = "stable",
  tags     = { "sentiment" },
  about    = [[Nothing but praise: a reason to look for what is left out.]],

  subject = company { role = "primary" },
  when = any {
    computed = sentiment { above = 0.7 },
    stated   = stated { score = { above = 0.7 } } & sentiment { above = 0.2 },
  },

  once_per = { "company", days = 14 },
  false_alerts = { "Press releases, which praise by nature" },
  examples = {
    fires = {
      { "Nvidia beat revenue estimates by a wide margin, profit surged to a record, it raised its guidance, and shares soared 9%. Analysts hailed an outstanding, stellar quarter." },
      { "Palantir delivered stunning growth: revenue soared 48%, profit doubled, margins widened, guidance was raised and the stock jumped 12% to a record high." },
      { "Apple's record quarter beat every estimate; profit surged, its dividend rose, and upbeat analysts raised their price targets." },
    },
    silent = {
      { "Nvidia missed revenue estimates and its shares fell 9%.", because = "bad news" },
      { "Nvidia will report on Wednesday.", because = "no tone" },
      { "Nvidia's revenue rose 2% while profit fell 1%.", because = "mixed" },
    },
  },
}
