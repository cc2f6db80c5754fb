rule "export.entity_list" {
  title    = "Export controls: new entries on a list",
  severity = "medium",
  status   = "stable",
  tags     = { "export", "regulation" },
  about    = [[A government adds names to a list, or rules that exports need a licence.]],

  subject = "article",
  when = any {
    entities = near(12, phrase { "add*", "designat*", "amend*", "impos*" }, phrase { "entity list", "military end user list", "unverified list" }),
    licence  = near(14, phrase { "licen*" }, phrase { "export of", "exports of", "to export", "export administration regulations" })
             & phrase { "presumption of denial", "is required", "now required", "requirement*", "be required" },
  },

  false_alerts = { "Corrections of an older notice" },
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
