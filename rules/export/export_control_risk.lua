-- Precision by eye: 3 of 3 on 9,000 newswire articles of 2012 and 8,000 abstracts of government notices. Remaining: too
-- few to say.
rule "export.export_control_risk" {
  title    = "{company}: exposed to export controls",
  severity = "high",
  status   = "stable",
  tags     = { "export", "risk" },
  about    = [[Export controls, licences, bans or entity lists that touch the company's sales.]],

  subject = company { kind = "company", role = { "primary", "secondary" } },
  when = any {
    fact_of_it = sentence(all {
      fact { metric = "export_control", modality = "any" },
      ~none { company {} },
      phrase { "chips", "semiconductor*", "washington", "commerce department", "export licen*", "entity list" },
    }),
    charge = fact { flags = "export_control", modality = "any" },
    words  = near(30, company {}, recent(affirmed(list "export_controls"))),
  }:unless(list "economy_words" | phrase { "rare earth*", "wheat", "grain", "corn", "ore", "holder of" }),
  unless = { market_report = anywhere(title(list "market_reports")) },

  once_per = { "company", days = 14 },
  false_alerts = { "Trade policy in general, in a sentence that names the company for another reason" },
  examples = {
    fires = {
      { "Nvidia warned that export controls on chips will cost it $4.5 billion." },
      { "The US government told AMD that it needs a licence to export its MI308 chips to China.", company = "AMD" },
      { "ASML said new export restrictions would hit sales to China." },
    },
    silent = {
      { "Nvidia said that no export controls on chips apply to its gaming business.",
        because = "denied", company = "Nvidia" },
      { "Nvidia opened a museum.", because = "nothing of it" },
      { "Exports of Swiss watches rose 4%, and Swatch shares gained.", because = "exports, but no control" },
    },
  },
}
