rule "legal.cyber_incident" {
  title    = "{company}: cyber attack",
  severity = "medium",
  status   = "stable",
  tags     = { "legal", "risk" },
  about    = [[An attack on its systems or a loss of data.]],

  subject = "company",
  when = any {
    attack = fact { metric = "event.cyber" },
    words  = sentence(current(list "cyber_incidents")),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "A security vendor that reports attacks on others" },
  examples = {
    fires = {
      { "MGM Resorts was hit by a cyberattack." },
      { "Marks & Spencer suspended online orders after a cyber attack." },
      { "AT&T said that hackers stole customer data in a data breach." },
    },
    silent = {
      { "CrowdStrike opened an office.", because = "nothing of it" },
      { "AT&T said there was no data breach.", because = "negated" },
      { "Target could be hit by a cyberattack.", because = "hypothetical" },
    },
  },
}
