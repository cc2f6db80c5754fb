rule "earnings.growth_deceleration_risk" {
  title    = "{company}: growth may slow",
  severity = "low",
  status   = "stable",
  tags     = { "earnings", "growth", "risk" },
  about    = [[A warning, forecast or fear that growth will slow: not yet in the numbers.]],

  subject = "company",
  when = sentence(all {
    slow = list "slowing_growth",
    ahead = phrase { "could", "may", "might", "risk~", "expect~", "forecast~", "warn~", "will", "would", "fear~" },
    what = phrase { "growth", "revenue", "sales", "demand", "bookings" },
  }),
  unless = { already = fact { metric = "revenue", direction = "down" } },

  once_per = { "company", days = 30 },
  false_alerts = { "Remarks on the growth of an economy in a sentence that names a company" },
  examples = {
    fires = {
      { "Shopify warned that revenue growth will slow in the second half." },
      { "SAP said growth could decelerate slightly in 2026." },
      { "Analysts expect Nvidia's growth to slow next year.", slow = "slow" },
    },
    silent = {
      { "Shopify warned that costs will rise in the second half.", because = "costs" },
      { "Shopify's revenue growth accelerated to 27%.", because = "faster" },
      { "Growth could slow across the region, the bank said.", because = "no company is spoken of" },
    },
  },
}
