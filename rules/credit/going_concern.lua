rule "credit.going_concern" {
  title    = "{company} may not go on",
  severity = "critical",
  status   = "stable",
  tags     = { "credit", "risk" },
  about    = [[Doubt about the ability to continue, a covenant in breach, or a filing for protection.]],

  subject = "company",
  when = any {
    doubt    = fact { metric = "event.going_concern" },
    covenant = fact { metric = "event.covenant_breach" },
    filing   = sentence(affirmed(list "bankruptcy")),
  },

  once_per = { "company", days = 60 },
  false_alerts = { "The bankruptcy of a customer" },
  examples = {
    fires = {
      { "WeWork warned of substantial doubt about its ability to continue as a going concern." },
      { "Carvana breached its covenants, it said." },
      { "Rite Aid filed for bankruptcy protection on Sunday.", filing = "filed for bankruptcy" },
    },
    silent = {
      { "WeWork opened ten offices.", because = "nothing of it" },
      { "Hertz denied that it was filing for bankruptcy.", because = "denied" },
      { "Boeing met its covenants.", because = "met" },
    },
  },
}
