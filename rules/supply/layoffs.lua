-- Precision by eye: 26 of 30 on 9,000 newswire articles of 2012. Remaining: cuts of earlier years without a clear date,
-- losses foreseen for an industry.
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local cuts = phrase { "cut~", "job cut*", "lay~ off", "laid off", "layoff*", "eliminate~", "slash~", "axe~", "shed~",
                      "redundan*", "trim~", "reduce~", "sack~", "job losses" }
local others = phrase { "economist*", "jobless*", "unemployment", "payrolls", "rumor*", "unnamed", "under fire",
                        "in the past" }
local function loss(fields)
  fields.metric, fields.named, fields.modality = "layoffs", true, { "actual", "guidance", "target" }
  fields.metric_text = no { "fire*", "firing", "dismiss*" }
  return fact(fields):unless(others)
end
local counted, told = loss { value = present }, loss {}

rule "supply.layoffs" {
  title    = "{company} cuts jobs[: {cut.value:number}]",
  severity = "medium",
  status   = "stable",
  tags     = { "labour" },
  about    = [[Job cuts that are announced or under way.]],

  subject = "company",
  when = {
    cut = recent(sentence(counted & sequence(7, company { kind = "company" }, cuts)))
          | recent(sentence(counted & cuts)):unless(company { kind = "company" })   -- "the bank will cut .."
          | first(recent(told & near(8, company { kind = "company" }, cuts)))
          | first(recent(affirmed(sequence(6, company { kind = "company" }, cuts, phrase { "jobs", "staff", "workforce",
                                                                                           "payroll", "positions" }))))
            :unless(others | phrase { "mull*", "consider*" }),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "Cuts of earlier years that are told without a date", "Jobs that a whole industry may lose" },
  examples = {
    fires = {
      { "Intel will cut 15,000 jobs." },
      { "Cisco is laying off 4,000 workers." },
      { "Starbucks will cut 1,100 corporate jobs to lower costs." },
      { "Unilever said it will cut staff by a tenth.", company = "Unilever" },
    },
    silent = {
      { "GM denied a report that it will cut 5,000 jobs.", because = "denied" },
      { "Amazon hired 5,000 people.", because = "hired" },
      { "If sales fall, Intel could cut jobs.", because = "hypothetical" },
      { "Cisco cut 10,000 jobs in 2011.", article = { published = "2026-05-14" }, because = "history" },
    },
  },
}
