-- Precision by eye: 14 of 15 on 9,000 newswire articles of 2012. Remaining: a loss of two firms beside the share of
-- one.
local news = require "news"

local function loss()
  return fact { metric = { "operating_income", "net_income" }, flags = "loss" }
end

rule "earnings.stock_rise_on_operating_loss" {
  title    = "{company} lost money, yet the shares {rise.move}",
  severity = "medium",
  status   = "stable",
  tags     = { "earnings", "divergence" },
  about    = [[A loss beside a rising share: investors pay for growth, or the loss was smaller than feared.]],

  subject = company { kind = "company", named_in = { "title", "lead" } },
  when = all {
    loss = (news.opens(loss()):unless(phrase { "trading loss*", "losing money", "losses", "lost money", "expect*",
                                               "forecast*", "facing", "faces", "faced" })
            | sentence(loss() & phrase { "net loss", "operating loss", "quarterly loss", "annual loss" })
                :unless(list "history"))
      :unless(sequence(12, phrase { "profit", "net income" },
                           phrase { "compared with", "compared to", "versus", "from" }, phrase "loss")),
    rise = news.reaction "up",
  },
  unless = { market_report = news.about_markets },
  against = { narrowed = fact { flags = "loss_narrowed" } },

  once_per = { "company", "loss.period", days = 7 },
  false_alerts = { "A loss of one unit told as the company's" },
  examples = {
    fires = {
      { "Rivian posted an operating loss of $1.1 billion, but Rivian shares rose 8%.", rise = "shares rose 8%" },
      { "Lyft reported a net loss of $50 million. Lyft stock climbed 4% on strong bookings.", company = "Lyft" },
      { "Alibaba's operating loss was $1.3 billion, yet the stock jumped 6%." },
    },
    silent = {
      { "Rivian posted an operating loss of $1.1 billion and Rivian shares fell 8%.", because = "the share fell" },
      { "Rivian posted an operating loss of $1.1 billion. Ford shares rose 2%.", because = "two companies" },
      { "Lyft reported a net profit of $50 million and Lyft stock climbed 4%.", because = "a profit" },
    },
  },
}
