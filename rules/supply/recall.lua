local named = company { kind = "company" }
local recalled = recent(fact { metric = "event.recall", named = true, modality = { "actual", "guidance" } })
local old = phrase { "since", "millions of", "series of recalls", "series recalls", "sparked recalls", "charge", "lawsuit*", "adds" }

rule "supply.recall" {
  title    = "{company} recalls products",
  severity = "medium",
  status   = "stable",
  tags     = { "supply", "legal" },
  about    = [[A recall of vehicles, food, drugs or devices.]],

  subject = "company",
  when = any {
    recall = (title(named & recalled) | lead(sentence(near(10, named, recalled)))):unless(old),
    words  = recent(sentence(recalled & sequence(5, named, phrase { "is recalling", "recalls", "will recall", "said it will recall", "recalled", "has recalled",
                                                                    "to recall", "announced a recall" }))):unless(old),
  },

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
