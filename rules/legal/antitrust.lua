-- Precision by eye: 15 of 16 on 9,000 newswire articles of 2012. Remaining: a company that only stands beside those
-- under investigation.
local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
-- The same authorities also look at mergers.
local merger = phrase { "approv*", "clearance", "nod", "merger*", "deal", "purchase of", "acquisition", "takeover",
                        "to buy", "bid", "filing", "dismissed", "complained to", "has asked" }

rule "legal.antitrust" {
  title    = "{company}: antitrust action",
  severity = "medium",
  status   = "stable",
  tags     = { "legal", "regulation" },
  about    = [[A competition authority or a court acts against the company.]],

  subject = "company",
  when = any {
    event = first(recent(fact { metric = "event.antitrust", named = true })):unless(merger),
    words = first(recent(affirmed(near(12, named, list "antitrust")))):unless(merger),
  },

  once_per = { "company", days = 30 },
  false_alerts = {
    "A company that only stands beside those under investigation",
    "A complaint that the company itself has made",
  },
  examples = {
    fires = {
      { "The European Commission opened an antitrust investigation into Google." },
      { "The FTC sued Amazon for breaking antitrust law.", company = "Amazon" },
      { "Germany charged Apple with abuse of a dominant position." },
    },
    silent = {
      { "Google opened an office in Brussels.", because = "nothing of it" },
      { "Microsoft is not under an antitrust investigation, it said.", because = "negated" },
      { "Trust in Ford has grown.", because = "other words" },
      { "Antitrust regulators cleared Pfizer's takeover of Seagen.", because = "clearance of a merger" },
    },
  },
}
