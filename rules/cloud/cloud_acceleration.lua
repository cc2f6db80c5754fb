-- Precision by eye: 6 of 6 on the articles of corpus/ and earnings calls; the newswire of 2012 has none. Remaining:
-- none seen.
rule "cloud.cloud_acceleration" {
  title    = "{company}'s cloud grows {cloud.change}",
  severity = "medium",
  status   = "stable",
  tags     = { "cloud", "growth" },
  about    = [[Cloud revenue that grows by a quarter or more.]],

  subject = "company",
  when = { cloud = fact { metric = "revenue.cloud", direction = "up", change = { min = 25 } } },

  once_per = { "company", "cloud.period", days = 45 },
  false_alerts = { "A small base" },
  examples = {
    fires = {
      { "Oracle's cloud revenue jumped 44%." },
      { "Cloud revenue at Alibaba rose 40% in the quarter." },
      { "Cloud revenue tripled to $900m at Oracle." },
    },
    silent = {
      { "SAP's cloud revenue grew 22%.", because = "less than a quarter" },
      { "Oracle's cloud revenue fell 30%.", because = "down" },
      { "If demand holds, Oracle's cloud revenue could grow 40%.", because = "hypothetical" },
    },
  },
}
