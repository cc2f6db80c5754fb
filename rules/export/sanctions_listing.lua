rule "export.sanctions_listing" {
  title    = "Sanctions: property blocked",
  severity = "medium",
  status   = "stable",
  tags     = { "export", "regulation" },
  about    = [[A sanctions office names persons or firms whose property is blocked.]],

  subject = "article",
  when = all {
    office = phrase { "office of foreign assets control", "ofac", "specially designated nationals", "sdn list", "sanctions" },
    act    = list "sanctions_acts",
  },

  false_alerts = { "Lists of names that are taken off again" },
  examples = {
    fires = {
      { "The Office of Foreign Assets Control is publishing the names of nine persons whose property and interests in property are blocked." },
      { "OFAC added four banks to the list of Specially Designated Nationals." },
      { "The United States imposed sanctions on two shipping firms and froze their assets." },
    },
    silent = {
      { "The council sanctioned the plan for a park.", because = "another word" },
      { "The Office of Foreign Assets Control moved to a new address.", because = "no act" },
      { "Sanctions were discussed at a seminar.", because = "no act" },
    },
  },
}
