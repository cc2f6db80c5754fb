rule "earnings.growth_deceleration" {
  title    = "{company}: growth of {slow.metric} is slowing",
  severity = "medium",
  status   = "stable",
  tags     = { "earnings", "growth" },
  about    = [[Revenue still grows, but more slowly than before, and the text says so.]],

  subject = "company",
  when = sentence(all {
    slow = fact { metric = { "revenue", "same_store_sales", "bookings", "growth_rate", "subscribers" }, modality = "actual" },
    words = affirmed(list "slowing_growth"),
  }),

  once_per = { "company", "slow.metric", days = 30 },
  false_alerts = { "Growth that slowed in one region while the whole sped up" },
  examples = {
    fires = {
      { "SAP's cloud revenue grew 22%, slowing from 25% in the third quarter.", words = "slowing" },
      { "Growth at Netflix slowed: revenue rose 9%, down from 15% a year earlier, its slowest pace in four years." },
      { "Snowflake's product revenue rose 26%, a deceleration from 30% in the previous quarter." },
    },
    silent = {
      { "SAP's cloud revenue grew 25%, speeding up from 22% in the third quarter.", because = "faster" },
      { "SAP's cloud revenue grew 25%, and growth is not slowing.", because = "negated" },
      { "The economy is slowing, economists said.", because = "no company" },
    },
  },
}
