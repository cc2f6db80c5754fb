-- Precision by eye: 1 of 1 on the articles of corpus/; the newswire of 2012 and earnings calls have none. Remaining:
-- none seen.
rule "cloud.cloud_slowdown" {
  title    = "{company}'s cloud loses pace",
  severity = "medium",
  status   = "stable",
  tags     = { "cloud", "growth" },
  about    = [[Cloud revenue that falls, or grows more slowly, or a cloud business that misses.]],

  subject = "company",
  when = any {
    down = fact { metric = "revenue.cloud", direction = "down" },
    miss = fact { metric = "revenue.cloud", surprise = "miss" },
    slow = sentence(fact { metric = "revenue.cloud" } & affirmed(list "slowing_growth")),
  },

  once_per = { "company", days = 45 },
  false_alerts = { "A currency effect" },
  examples = {
    fires = {
      { "IBM's cloud revenue fell 3%." },
      { "Amazon's cloud revenue missed estimates." },
      { "SAP's cloud revenue grew 22%, slowing from 25% in the third quarter." },
    },
    silent = {
      { "Oracle's cloud revenue jumped 44%.", because = "faster" },
      { "SAP's license revenue fell 30%.", because = "not cloud" },
      { "Amazon's cloud revenue could fall.", because = "hypothetical" },
    },
  },
}
