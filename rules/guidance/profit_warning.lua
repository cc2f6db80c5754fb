rule "guidance.profit_warning" {
  title    = "{company} warns on profit",
  severity = "high",
  status   = "stable",
  tags     = { "guidance" },
  about    = [[A warning that results will be worse than thought, in these words.]],

  subject = "company",
  when = sentence(affirmed(list "profit_warnings")),

  once_per = { "company", days = 14 },
  false_alerts = { "A warning of a rival in the same sentence" },
  examples = {
    fires = {
      { "Puma issued a profit warning on Tuesday." },
      { "Burberry warned that profit would be below expectations." },
      { "Siemens said that earnings will fall short of its forecast." },
    },
    silent = {
      { "Puma said profit rose.", because = "no warning" },
      { "Puma did not issue a profit warning.", because = "negated" },
      { "Police warned drivers near the Ford plant.", because = "another warning" },
    },
  },
}
