-- Precision by eye: 2 of 2 on 9,000 newswire articles of 2012. Remaining: too few to say.
rule "earnings.competitor_growing_faster" {
  title    = "{rival.company} grows faster than {company}",
  severity = "medium",
  status   = "test",
  tags     = { "earnings", "competition" },
  about    = [[The company's growth stands beside a faster one of a named rival in the same text.]],

  subject = company { kind = "company" },
  when = all {
    own = fact { metric = "revenue", direction = "up", segment = missing, change = { above = 0 } },
    rival = anywhere(sentence(fact { metric = "revenue", direction = "up", change = { above = 0 } }
                              & list "outgrowing")
                     :unless(phrase { "analyst*", "estimate*", "expected", "forecast*", "consensus" })),
    faster = compare("rival.change_pct", ">", "own.change_pct"),
    other  = compare("rival.company", "~=", "own.company"),
  },

  once_per = { "company", "own.period", days = 30 },
  false_alerts = { "Different lines of business compared with each other" },
  examples = {
    fires = {
      { "Oracle's cloud revenue grew 52%, faster than Amazon's, which rose 21%.", company = "Amazon" },
      { "Lyft's revenue rose 10%. Uber's revenue grew 18%, outpacing its rival.", company = "Lyft" },
      { "AMD's data-center revenue climbed 57%, far ahead of Intel, whose data-center revenue rose 4%.", company = "Intel" },
    },
    silent = {
      { "Oracle's cloud revenue grew 52% and Amazon's rose 21%.", because = "nobody compares" },
      { "Lyft's revenue rose 10%, faster than expected.", because = "no rival" },
      { "Lyft's revenue fell 10%. Uber's revenue grew 18%, outpacing its rival.", because = "no growth of its own" },
    },
  },
}
