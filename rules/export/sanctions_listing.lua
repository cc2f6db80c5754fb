-- Precision by eye: 26 of 27 on 8,000 abstracts of government notices, of 27 that it should find; 2 of 4 on newswire.
-- Remaining: entries that are revised, sanctions on a state, sanctions of long ago.
rule "export.sanctions_listing" {
  title    = "Sanctions: property blocked",
  severity = "medium",
  status   = "stable",
  tags     = { "export", "regulation" },
  about    = [[A sanctions office names persons or firms whose property is blocked.]],

  subject = "article",
  when = any {
    listed  = all {
      office = phrase { "office of foreign assets control", "ofac", "specially designated nationals", "sdn list", "blocked persons" },
      act    = affirmed(near(24, phrase { "publish~", "add~", "plac~", "designat~", "nam~", "block~", "list~" }, list "sanctions_acts")),
    },
    imposed = affirmed(phrase { "has imposed sanctions", "have imposed sanctions", "imposed sanctions on", "imposes sanctions on",
                                "imposition of sanctions", "imposition of nonproliferation measures" }),
  },
  unless = {
    other_law = phrase { "clean air act", "implementation plan", "clean water act" },
    taken_off = phrase { "removed from", "unblocked", "publishing a removal", "identifying information", "revising the entry" }
              & ~list "sanctions_placed",
  },

  false_alerts = { "An entry of the list that is only revised", "Sanctions of long ago, recalled" },
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
