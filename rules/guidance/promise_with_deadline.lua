rule "guidance.promise_with_deadline" {
  title    = "{company} promises {promise.metric} {promise.value} by {promise.deadline}",
  severity = "info",
  status   = "stable",
  tags     = { "guidance", "promise" },
  about    = [[A target or a forecast with a number and a date: something to come back to.]],

  subject = "company",
  when = { promise = promise { deadline = present, modality = { "guidance", "target" } } },

  once_per = { "company", "promise.metric", days = 90 },
  false_alerts = { "A target that is older than the article and only repeated" },
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
