rule "supply.production_halt" {
  title    = "{company}: production stands still",
  severity = "medium",
  status   = "stable",
  tags     = { "supply" },
  about    = [[A plant, a line or deliveries that stop.]],

  subject = "company",
  when = any {
    halt  = recent(fact { metric = "event.supply_halt", named = true, modality = { "actual", "guidance" },
                          metric_text = { "*production", "*output", "*deliveries", "*manufacturing", "*assembly", "*supplies" } }),
    site  = recent(sentence(fact { metric = "event.supply_halt", named = true, modality = { "actual", "guidance" }, metric_text = "*operations" }
                            & phrase { "plant*", "refiner*", "mine", "mines", "smelter*", "field", "factor*", "mill", "mills", "platform*" })),
    words = recent(affirmed(sentence(sequence(8, company { kind = "company" }, list "production_halts")))),
  },

  once_per = { "company", days = 14 },
  false_alerts = { "A planned stop for maintenance" },
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
    },
  },
}
