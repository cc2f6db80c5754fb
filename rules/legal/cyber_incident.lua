-- Precision by eye: 3 of 4 on 9,000 newswire articles of 2012. Remaining: an attack of the year
-- before that is told without its date.
local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
-- Phones that newspapers tapped, and those who defend against attacks or make them.
local others = phrase { "phone-hacking", "phone hacking", "voicemail*", "hacking scandal", "hacking case",
                        "hacking group", "hacking victim", "security software", "antivirus", "tabloid", "bribery",
                        "newspaper*", "could" }
local attacks = phrase { "hackers", "cyber attack*", "data breach*" }

rule "legal.cyber_incident" {
  title    = "{company}: cyber attack",
  severity = "medium",
  status   = "stable",
  tags     = { "legal", "risk" },
  about    = [[An attack on its systems or a loss of data.]],

  subject = "company",
  when = any {
    attack = first(recent(fact { metric = "event.cyber", named = true, metric_text = no "hacking" }))
             :unless(others),
    words  = current(sentence(sequence(20, named, list "cyber_incidents") | sequence(10, attacks, named)))
             :unless(others),
  },

  once_per = { "company", days = 30 },
  false_alerts = {
    "An attack of the year before without its date",
    "A security vendor that reports attacks on others",
  },
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
      {
        "Sony lost customer data in a data breach in 2011.",
        article = { published = "2026-05-14" }, because = "history",
      },
    },
  },
}
