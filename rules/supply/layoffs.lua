local cuts = fact { metric = "layoffs", modality = { "actual", "guidance", "target" }, named = true, metric_text = no { "fire*", "firing" } }
             :unless(phrase { "experienced workers", "economist*", "jobless*", "unemployment", "payrolls", "rumor*", "under fire" })

rule "supply.layoffs" {
  title    = "{company} cuts jobs: {cut.value}",
  severity = "medium",
  status   = "stable",
  tags     = { "labour" },
  about    = [[Job cuts that are announced or under way.]],

  subject = "company",
  when = {
    cut = recent(sentence(cuts & sequence(7, company { kind = "company" }, phrase { "cut~", "job cut*", "cut jobs", "lay~ off", "laid off", "layoff*", "eliminate~", "slash~",
                                                                                      "axe~", "shed~", "redundan*", "trim~", "reduce~", "sack~" })))
          | recent(cuts:unless(company { kind = "company" }))   -- "the bank will cut ..",
  },

  once_per = { "company", days = 30 },
  false_alerts = { "Job cuts of a year before" },
  examples = {
    fires = {
      { "Intel will cut 15,000 jobs." },
      { "Cisco is laying off 4,000 workers." },
      { "Starbucks will cut 1,100 corporate jobs to lower costs." },
    },
    silent = {
      { "GM denied a report that it will cut 5,000 jobs.", because = "denied" },
      { "Amazon hired 5,000 people.", because = "hired" },
      { "If sales fall, Intel could cut jobs.", because = "hypothetical" },
    },
  },
}
