-- Precision by eye: 2 of 2 on 9,000 newswire articles of 2012. Remaining: none seen.
rule "returns.stock_split" {
  title    = "{company} splits its shares",
  severity = "info",
  status   = "stable",
  tags     = { "returns" },
  about    = [[A stock split, or a reverse split, which often follows a fall.]],

  subject = "company",
  when = {
    split = recent(affirmed(sentence(near(12, company { kind = "company" }, list "stock_splits"))))
            :unless(phrase { "pre-reverse", "adjusted" }),
  },

  once_per = { "company", days = 60 },
  false_alerts = { "Prices that are given adjusted for an old split" },
  examples = {
    fires = {
      { "Broadcom announced a ten-for-one stock split on Thursday.", split = "stock split" },
      { "Nvidia will split its stock 10-for-1 in June." },
      { "Nikola proposed a reverse split to keep its listing." },
    },
    silent = {
      { "Broadcom raised its dividend.", because = "no split" },
      { "Apple denied that it plans a stock split.", because = "denied" },
      { "The vote at Ford split the board.", because = "another split" },
    },
  },
}
