-- Precision by eye: 23 of 23 on 9,000 newswire articles of 2012; none on 8,000 abstracts of government notices.
-- check: allow R031
rule "sentiment.sentiment_extreme_positive" {
  title    = "The tone on {company} is exuberant",
  severity = "info",
  status   = "stable",
  tags     = { "sentiment" },
  about    = [[Nothing but praise: a reason to look for what is left out.]],

  subject = company { kind = "company", role = "primary", named_in = { "title", "lead" } },
  when = any {
    computed = all {
      sentiment { above = 0.8 },
      -- Praise has its reasons: tone alone may be the courtesy of an official text.
      at_least(2) {
        fact { surprise = "beat" },
        fact { metric = { "revenue", "net_income", "operating_income", "eps", "same_store_sales", "bookings", "deliveries",
                          "units_sold", "subscribers", "*margin" }, direction = "up" },
        fact { metric = "share_price", direction = "up" },
        fact { flags = { "guidance_raised", "record" }, modality = "any" },
        fact { metric = { "dividend", "price_target", "rating" }, direction = "up", modality = "any" },
      },
    },
    stated = stated { score = { above = 0.7 } } & sentiment { above = 0.8 },
  },
  unless = { market_report = anywhere(title(list "market_reports")) },

  once_per = { "company", days = 14 },
  false_alerts = { "Press releases, which praise by nature", "A survey of a whole trade" },
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
