-- Precision by eye: 22 of 24 on 9,000 newswire articles of 2012. Remaining: a broker whose note is on another share.
local news = require "news"

rule "ratings.price_target_cut" {
  title    = "{company}: price target lowered[ to {cut.value:money}]",
  severity = "low",
  status   = "stable",
  tags     = { "ratings" },
  about    = [[A broker lowers what it thinks the share is worth.]],

  subject = company { kind = "company" },
  when = {
    cut = news.about(recent(fact { metric = "price_target", direction = "down" }))
      :unless(news.by_broker
              | (sequence(3, phrase { "target* on", "target* for", "price on", "price for" }, anywhere(company { kind = "company" }))
                 & ~sequence(3, phrase { "target* on", "target* for", "price on", "price for" }, company {}))
              | phrase { "several", "expect a fall" }),
  },

  once_per = { "company", days = 7 },
  false_alerts = { "A broker in the title, whose note cuts the target of another share" },
  examples = {
    fires = {
      { "Barclays cut its price target on Tesla to $280 from $320." },
      { "Analysts lowered their price target on Intel to $20 from $25." },
      { "Jefferies cut its target price for ASML to 700 euros from 900 euros." },
    },
    silent = {
      { "Morgan Stanley raised its price target on Micron to $400 from $350.", because = "raised" },
      { "Target cut prices.", because = "the shop" },
      { "Barclays kept its price target on Tesla at $280.", because = "unchanged" },
    },
  },
}
