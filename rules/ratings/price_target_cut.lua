rule "ratings.price_target_cut" {
  title    = "{company}: price target lowered to {cut.value:money}",
  severity = "low",
  status   = "stable",
  tags     = { "ratings" },
  about    = [[A broker lowers what it thinks the share is worth.]],

  subject = "company",
  when = { cut = fact { metric = "price_target", direction = "down" } },

  once_per = { "company", days = 7 },
  false_alerts = { "none known" },
  examples = {
    fires = {
      { "Barclays cut its price target on Tesla to $280 from $320." },
      { "Analysts lowered their price target on Intel to $20 from $25." },
      { "Jefferies cut its target price for ASML to 700 euros from 900 euros." },
    },
    silent = {
      { "Morgan Stanley raised its price target on Micron to $400 from $350.", because = "raised" },
      { "Target cut prices.", because = "the shop" },
      { "Barclays kept its price target on Tesla at $280.", because = "unchanged" },
    },
  },
}
