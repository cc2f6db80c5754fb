rule "legal.fine" {
  title    = "{company} is fined: {fine.value}",
  severity = "medium",
  status   = "stable",
  tags     = { "legal" },
  about    = [[A fine, a penalty or a settlement with an amount.]],

  subject = "company",
  when = { fine = fact { metric = "fine", modality = { "actual", "guidance" } } },

  once_per = { "company", days = 60 },
  false_alerts = { "A maximum that the law allows, told as background" },
  examples = {
    fires = {
      { "Apple was fined 1.8 billion euros by the European Commission." },
      { "Alphabet paid $2.7 billion in EU fines." },
      { "Wells Fargo will pay a penalty of $250 million." },
    },
    silent = {
      { "Apple could be fined 1.8 billion euros.", because = "hypothetical" },
      { "Apple was not fined.", because = "negated" },
      { "Nike did fine last quarter.", because = "another word" },
    },
  },
}
