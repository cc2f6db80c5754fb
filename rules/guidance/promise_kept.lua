-- Precision by eye: 2 of 3 on 9,000 newswire articles of 2012, which span half a year. Remaining: forecasts of analysts
-- that read like the company's promise.
local news = require "news"

rule "guidance.promise_kept" {
  title    = "{company} kept its word[: {kept.figure}]",
  severity = "low",
  status   = "test",
  tags     = { "guidance", "promise" },
  about    = [[A number now reached that the company had promised in an earlier article.]],

  subject = company { kind = "company", role = { "primary", "secondary" }, named_in = { "title", "lead" } },
  when = { kept = news.reached "kept" },

  once_per = { "company", "kept.metric", days = 90 },
  false_alerts = { "An analyst's forecast that was read as the company's promise" },
  examples = {
    fires = {
      { "Netflix ended the quarter with 402 million subscribers.",
        before = { { "Netflix aims to reach 400 million subscribers by 2028.", article = { published = "2025-10-16" } } } },
      { "Disney now has 210 million subscribers.",
        before = { { "Disney aims to reach 200 million subscribers by 2028.", article = { published = "2026-01-10" } } } },
      { "Ford sold 1.3 million cars.",
        before = { { "Ford aims to sell 1.2 million cars by 2027.", article = { published = "2026-02-01" } } } },
    },
    silent = {
      { "Netflix ended the quarter with 402 million subscribers.", because = "nothing was promised" },
      { "Netflix ended the quarter with 390 million subscribers.", because = "not reached",
        before = { { "Netflix aims to reach 400 million subscribers by 2028.", article = { published = "2025-10-16" } } } },
      { "Disney now has 410 million subscribers.", because = "another company",
        before = { { "Netflix aims to reach 400 million subscribers by 2028.", article = { published = "2025-10-16" } } } },
    },
  },
}
