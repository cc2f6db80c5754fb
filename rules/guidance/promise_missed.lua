-- Precision by eye: 1 of 1 on 9,000 newswire articles of 2012, which span half a year. Remaining: too few to say.
local news = require "news"

rule "guidance.promise_missed" {
  title    = "{company} missed or took back what it promised",
  severity = "high",
  status   = "test",
  tags     = { "guidance", "promise" },
  about    = [[A number that falls short of what the company had promised in an earlier article, its date being past.]],

  subject = company { kind = "company", role = { "primary", "secondary" }, named_in = { "title", "lead" } },
  when = any {
    missed    = news.reached "missed",
    withdrawn = promise { state = "withdrawn" }:unless(list "history" | phrase { "previous", "earlier" }),
  },

  once_per = { "company", "missed.metric", days = 90 },
  false_alerts = { "A figure of another definition than the one promised" },
  examples = {
    fires = {
      { "Netflix ended the year with 390 million subscribers.", article = { published = "2026-02-01" },
        before = { { "Netflix aims to reach 400 million subscribers by the end of 2025.", article = { published = "2025-03-16" } } } },
      { "Disney has 180 million subscribers.", article = { published = "2026-03-10" },
        before = { { "Disney aims to reach 200 million subscribers by 2025.", article = { published = "2025-01-10" } } } },
      { "Ford sold 1.0 million cars.", article = { published = "2026-03-01" },
        before = { { "Ford aims to sell 1.2 million cars by 2025.", article = { published = "2025-02-01" } } } },
    },
    silent = {
      { "Netflix ended the quarter with 390 million subscribers.", because = "nothing was promised" },
      { "Netflix ended the quarter with 390 million subscribers.", because = "there is time left",
        before = { { "Netflix aims to reach 400 million subscribers by 2028.", article = { published = "2025-10-16" } } } },
      { "Netflix ended the quarter with 402 million subscribers.", because = "kept",
        before = { { "Netflix aims to reach 400 million subscribers by 2028.", article = { published = "2025-10-16" } } } },
    },
  },
}
