-- Precision by eye: 16 of 17 on 9,000 newswire articles of 2012. Remaining: sales that only held up.
local news = require "news"

rule "earnings.margin_squeeze" {
  title    = "{company}: sales grow, margins shrink",
  severity = "medium",
  status   = "stable",
  tags     = { "earnings", "margins" },
  about    = [[More revenue that earns less: look at prices, mix and costs.]],

  subject = company { kind = "company", named_in = { "title", "lead" } },
  when = all {
    sales  = fact { metric = "revenue", direction = "up", segment = missing }:unless(list "history"),
    margin = fact { metric = { "gross_margin", "operating_margin", "ebit_margin", "ebitda_margin", "margin" },
                    direction = "down" }
      :unless(list "history" | phrase { "unit*", "business*", "segment*", "division*", "region*", "international",
                                        "franchise", "typically", "crude", "improved", "will lift", "lifted" }),
  },
  unless = { market_report = news.about_markets },

  once_per = { "company", "margin.period", days = 30 },
  false_alerts = { "A margin of one segment beside the sales of another" },
  examples = {
    fires = {
      { "Nike's revenue rose 4%, but its gross margin narrowed by 130 basis points.", margin = "gross margin narrowed by 130 basis points" },
      { "Hershey's sales grew 4%; gross margin fell 320 basis points." },
      { "BYD said revenue climbed 23%. Its gross margin slipped to 17.1% from 18.9%." },
    },
    silent = {
      { "Nike's revenue rose 4% and its gross margin widened.", because = "margins grow" },
      { "Nike's revenue rose 4%. Adidas's gross margin fell.", because = "two companies" },
      { "Nike's revenue fell 4% and its gross margin narrowed.", because = "sales fall too" },
    },
  },
}
