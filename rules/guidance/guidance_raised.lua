-- Precision by eye: 33 of 38 on 9,000 newswire articles of 2012. Remaining: forecasts of growth that read like a raised
-- forecast, a raise of an earlier year.
local news = require "news"

rule "guidance.guidance_raised" {
  title    = "{company} raised its guidance[: {raised.figure}]",
  severity = "medium",
  status   = "stable",
  tags     = { "guidance" },
  about    = [[The company lifts what it promised for a coming period.]],

  subject = company { kind = "company" },
  when = { raised = news.own "guidance_raised" },

  once_per = { "company", days = 14 },
  false_alerts = {
    "A broker's raised forecast that reads like the company's own",
    "A forecast of growth that is called nothing else",
  },
  examples = {
    fires = {
      { "Palantir raised its full-year revenue guidance to $6.9 billion.", raised = "raised its full-year revenue guidance" },
      { "Airbus lifted its outlook after deliveries rose." },
      { "Meta raised its 2026 capital expenditure forecast to $72 billion from $66 billion." },
    },
    silent = {
      { "Palantir cut its full-year revenue guidance.", because = "cut" },
      { "Philips reaffirmed its full-year guidance.", because = "unchanged" },
      { "Palantir might raise its guidance if demand holds.", because = "hypothetical" },
    },
  },
}
