-- Precision by eye: 14 of 14 on 8,000 abstracts of government notices, of 16 that it should find. Remaining: technical
-- amendments are told too.
rule "export.entity_list" {
  title    = "Export controls: a new rule or new entries on a list",
  severity = "medium",
  status   = "stable",
  tags     = { "export", "regulation" },
  about    = [[A government adds names to a list, rules that exports need a licence, or changes what is controlled.]],

  subject = "article",
  when = any {
    entities = near(12, phrase { "add*", "designat*", "amend*", "impos*" }, phrase { "entity list", "military end user list", "unverified list" }),
    controls = near(10, phrase { "amend*", "revis*", "expand*", "impos*", "propos*", "implement*", "implementation", "extends" },
                        phrase { "export administration regulations", "export controls", "commerce control list",
                                 "munitions list", "traffic in arms regulations" })
      :unless(phrase { "information collection", "advisory committee", "invites" }),
    proposed = near(12, phrase { "propos*", "impos*", "add~", "expand*" }, phrase { "controls", "export controls" })
             & phrase { "bureau of industry and security", "commerce department", "directorate of defense trade controls" },
    licence  = near(14, phrase { "licen*" }, phrase { "export of", "exports of", "to export", "export administration regulations" })
             & phrase { "presumption of denial", "is required", "now required", "requirement*", "be required" },
  },

  false_alerts = { "Corrections of an older notice", "Amendments that only move words" },
  examples = {
    fires = {
      { "The Bureau of Industry and Security amends the Export Administration Regulations by adding eleven entities in China to the Entity List." },
      { "Commerce added 27 companies to its Entity List on Monday." },
      { "A licence is required for the export of all items subject to the regulations, under a presumption of denial." },
    },
    silent = {
      { "The agency invites comments on an information collection.", because = "nothing of it" },
      { "The port handles exports of cars.", because = "no rule" },
      { "The list of entities that sponsor the concert is long.", because = "another list" },
    },
  },
}
