rule "guidance.promise_without_deadline" {
  title    = "{company} promises {promise.metric} and names no date",
  severity = "info",
  status   = "stable",
  tags     = { "guidance", "promise" },
  about    = [[A target with a number and no date: nobody can be held to it.]],

  subject = "company",
  when = { promise = promise { deadline = missing, modality = "target" } },

  once_per = { "company", "promise.metric", days = 90 },
  false_alerts = { "A date that stands in the sentence before" },
  examples = {
    fires = {
      { "Target set a target of $15 billion in additional revenue." },
      { "Renault set a goal of an operating margin of 8%.", company = "Renault" },
      { "Duolingo aims to reach 100 million subscribers.", promise = "100 million subscribers" },
    },
    silent = {
      { "Disney aims to reach 200 million subscribers by 2028.", because = "a date" },
      { "Renault reported an operating margin of 8%.", because = "it is done" },
      { "Analysts see Renault at an operating margin of 8%.", because = "not its own" },
    },
  },
}
