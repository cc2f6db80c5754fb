-- Precision by eye: 11 of 11 on 9,000 newswire articles of 2012. Remaining: none seen.
local plants = phrase { "plant*", "refiner*", "mine", "mines", "smelter*", "field", "factor*", "mill", "mills",
                        "platform*" }
local function stops(fields)
  fields.metric, fields.named, fields.modality = "event.supply_halt", true, { "actual", "guidance" }
  return fact(fields)
end
local over = phrase { "resume", "resumes", "resumed", "film*", "movie*" }

rule "supply.production_halt" {
  title    = "{company}: production halted",
  severity = "medium",
  status   = "stable",
  tags     = { "supply" },
  about    = [[A plant, a line or deliveries that stop.]],

  subject = "company",
  when = any {
    halt  = recent(stops { metric_text = { "*production", "*output", "*deliveries", "*manufacturing", "*assembly",
                                           "*supplies" } }):unless(over),
    site  = recent(sentence(stops { metric_text = "*operations" } & plants)):unless(over),
    words = recent(affirmed(sentence(sequence(8, company { kind = "company" }, list "production_halts")))):unless(over),
  },

  once_per = { "company", days = 14 },
  false_alerts = { "A product given up years ago", "A planned stop for maintenance" },
  examples = {
    fires = {
      { "Boeing halted production of the 737 MAX." },
      { "A fire forced Renesas to suspend production at its Naka plant." },
      { "Toyota stopped production at 14 plants after a system failure." },
    },
    silent = {
      { "Boeing raised production of the 737 MAX.", because = "more of it" },
      { "Toyota did not halt production.", because = "negated" },
      { "If parts run short, Ford could halt production.", because = "hypothetical" },
      { "Sony halted production of the player in 2016.", article = { published = "2026-05-14" }, because = "history" },
    },
  },
}
