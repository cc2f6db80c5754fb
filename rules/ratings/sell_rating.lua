rule "ratings.sell_rating" {
  title    = "{company} is rated a sell",
  severity = "medium",
  status   = "stable",
  tags     = { "ratings" },
  about    = [[A broker or a ranking that says sell, underperform or underweight, or a downgrade.]],

  subject = "company",
  when = any {
    downgrade = fact { metric = "rating", direction = "down", modality = "any" },
    sell      = sentence(affirmed(list "sell_ratings")),
  },

  once_per = { "company", days = 14 },
  false_alerts = { "A list of a broker's ratings in which another share is the sell" },
  examples = {
    fires = {
      { "Salesforce was downgraded to sell from hold by analysts at Harbour Lane." },
      { "Alibaba carries a Zacks Rank #5 (Strong Sell).", sell = "Strong Sell" },
      { "Citi has an underperform rating on Intel.", company = "Intel" },
    },
    silent = {
      { "UBS upgraded Netflix to buy.", because = "a buy" },
      { "Peloton plans to sell bikes in Asia.", because = "selling goods" },
      { "Salesforce will sell its Slack unit.", because = "selling a unit" },
    },
  },
}
