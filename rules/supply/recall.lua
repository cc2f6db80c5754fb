rule "supply.recall" {
  title    = "{company} recalls products",
  severity = "medium",
  status   = "stable",
  tags     = { "supply", "legal" },
  about    = [[A recall of vehicles, food, drugs or devices.]],

  subject = "company",
  when = { recall = fact { metric = "event.recall" } },

  once_per = { "company", days = 30 },
  false_alerts = { "A recall that is old and only remembered" },
  examples = {
    fires = {
      { "Toyota recalled 1 million vehicles over an airbag fault." },
      { "General Motors is recalling 240,000 pickup trucks." },
      { "Johnson & Johnson announced a recall of two lots of its drug." },
    },
    silent = {
      { "Toyota recalled its ambassador of the brand, a singer, with fondness: he recalls good years.", because = "memory", company = "Toyota" },
      { "Ford denied a recall of its trucks.", because = "denied" },
      { "Tesla sold more cars.", because = "nothing of it" },
    },
  },
}
