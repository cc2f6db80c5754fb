rule "guidance.promise_with_deadline" {
  title    = "{company} promises {promise.metric} {promise.value}: {promise.period_text}",
  severity = "info",
  status   = "test",
  tags     = { "guidance", "promise" },
  about    = [[A target or a forecast with a number and a date: something to come back to.]],

  subject = "company",
  -- What a company warns of is no promise.
  when = {
    promise = promise { deadline = present, modality = { "guidance", "target" },
                        metric = no { "charge", "fine", "layoffs", "tariff_cost" } },
  },

  once_per = { "company", "promise.metric", days = 90 },
  false_alerts = { "A target that is older than the article and only repeated", "A day of the week beside a plan, taken for its deadline" },
  examples = {
    fires = {
      { "Disney aims to reach 200 million subscribers by 2028.", promise = "200 million subscribers" },
      { "Volvo aims to sell 1.2 million cars by 2030.", company = "Volvo" },
      { "“We will double capacity within 18 months,” said CEO Lip-Bu Tan of Intel." },
    },
    silent = {
      { "Disney reached 200 million subscribers.", because = "it is done" },
      { "Analysts expect Disney to reach 200 million subscribers by 2028.", because = "not its own" },
      { "Disney said that it likes films.", because = "no number" },
    },
  },
}
