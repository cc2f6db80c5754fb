-- Precision by eye: 21 of 22 on 9,000 newswire articles of 2012. Remaining: a recall in a chronicle.
local named = company { kind = "company" }
local recalled = recent(fact { metric = "event.recall", named = true, modality = { "actual", "guidance" } })
local old = phrase { "since", "millions of", "series of recalls", "series recalls", "sparked recalls", "charge",
                     "lawsuit*", "adds" }
local recalls = phrase { "is recalling", "recalls", "will recall", "said it will recall", "recalled", "has recalled",
                         "to recall", "announced a recall" }

rule "supply.recall" {
  title    = "{company} recalls products",
  severity = "medium",
  status   = "stable",
  tags     = { "supply", "legal" },
  about    = [[A recall of vehicles, food, drugs or devices.]],

  subject = "company",
  when = any {
    recall = (title(named & recalled) | lead(sentence(near(10, named, recalled)))):unless(old),
    words  = recent(sentence(recalled & sequence(5, named, recalls))):unless(old),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "A recall in a chronicle of past years" },
  examples = {
    fires = {
      { "Toyota recalled 1 million vehicles over an airbag fault." },
      { "General Motors is recalling 240,000 pickup trucks." },
      { "Johnson & Johnson announced a recall of two lots of its drug." },
    },
    silent = {
      {
        "Toyota recalled its ambassador of the brand, a singer, with fondness: he recalls good years.",
        because = "memory", company = "Toyota",
      },
      { "Ford denied a recall of its trucks.", because = "denied" },
      { "Tesla sold more cars.", because = "nothing of it" },
      { "Toyota recalled millions of vehicles in 2010.", article = { published = "2026-05-14" }, because = "history" },
      { "GM said regulators upgraded a probe.", because = "no recall yet" },
    },
  },
}
