-- Precision by eye: 32 of 36 on 9,000 newswire articles of 2012. Remaining: outlooks of another firm in an article on
-- this one, forecasts of volumes, forecasters.
local news = require "news"

rule "guidance.guidance_cut" {
  title    = "{company} cut its guidance[: {cut.figure}]",
  severity = "high",
  status   = "stable",
  tags     = { "guidance" },
  about    = [[The company lowers or withdraws what it promised for a coming period.]],

  subject = company { kind = "company" },
  when = any {
    cut       = news.own "guidance_cut",
    withdrawn = news.own "guidance_withdrawn" :unless(phrase { "previous", "earlier" }),
  },

  once_per = { "company", days = 14 },
  false_alerts = {
    "A broker's lowered forecast that reads like the company's own",
    "The outlook of another firm in an article on this one",
  },
  examples = {
    fires = {
      { "Intel cut its full-year revenue forecast, citing weak demand.", cut = "cut its full-year revenue forecast" },
      { "Puma lowered its outlook for 2026 on Tuesday." },
      { "PepsiCo withdrew its full-year guidance.", withdrawn = "withdrew its full-year guidance" },
    },
    silent = {
      { "Intel raised its full-year revenue forecast.", because = "raised" },
      { "Airbnb has not cut its guidance.", because = "negated" },
      { "If demand weakens, Intel could cut its forecast.", because = "hypothetical" },
    },
  },
}
