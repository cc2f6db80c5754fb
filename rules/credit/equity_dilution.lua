-- Precision by eye: 27 of 32 on 9,000 newswire articles of 2012. Remaining: offerings that were pulled, a neighbour of
-- the issuer in the same sentence.
local named = company { kind = "company" }
-- None that sells the shares of others.
local issuer = company { kind = "company", sector = no { "banks", "exchanges", "asset_management" } }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local others = phrase { "bookrunner*", "insider trading", "underwrit*", "coordinator*", "advis*", "options",
                        "of its shares", "existing shares", "its stake", "stake in", "able to", "arranger*",
                        "trading ahead", "lawsuit*", "sued", "block", "incentive plan*", "scrap*", "shelve*", "fear*",
                        "secondary" }
local raises = phrase { "raise~", "to sell", "will sell", "sells", "is selling", "to issue", "will issue", "issued",
                        "launch~", "through", "via", "plans", "planned", "priced", "files", "filed", "seeks",
                        "announced", "announces", "approved", "completed", "proposed", "to offer", "offers", "eyes",
                        "will offer" }

rule "credit.equity_dilution" {
  title    = "{company} raises equity",
  severity = "medium",
  status   = "stable",
  tags     = { "credit", "dilution" },
  about    = [[New shares: the part of those who own it shrinks.]],

  subject = "company",
  when = any {
    raise = recent(affirmed(sentence(sequence(8, named, sequence(6, raises, list "share_issues"))))):unless(others),
    news  = first(recent(affirmed(near(5, issuer, list "share_issues") | sequence(2, named, list "share_issues"))))
            :unless(others),
    by    = recent(affirmed(sentence(sequence(2, list "share_issues", phrase { "by", "of", "at" }, issuer))))
            :unless(others),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "An offering that is called off", "Another issuer in the same sentence" },
  examples = {
    fires = {
      { "Rivian will raise $1.5 billion by selling new shares.", company = "Rivian" },
      { "AMC Entertainment raised $250 million by selling new shares." },
      { "Plug Power plans to sell $300 million of new shares." },
      { "GM will subscribe to the capital increase of Renault.", company = "Renault", by = "capital increase" },
    },
    silent = {
      { "Boeing has no plans to raise capital.", because = "negated" },
      { "Apple will buy back $110 billion of shares.", because = "fewer shares" },
      { "If cash runs out, Rivian might sell new shares.", because = "hypothetical" },
      {
        "Facebook filed for its initial public offering in 2012.",
        article = { published = "2026-05-14" }, because = "history",
      },
      { "Goldman Sachs works on IPO plans of a jeweller.", because = "it sells for others" },
    },
  },
}
