local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local paid = phrase { "fined", "fine", "fines", "pay", "pays", "paid", "paying", "settle~", "settlement", "penalt*" }
-- What is asked for, allowed or told of others.
local others = phrase { "maximum", "seek*", "sought", "sue", "sued", "suing", "tax settlement", "a share", "per share", "claim*", "awarded", "noteholders",
                        "study", "compensat*", "banker fined", "could lead", "refused", "owes" }

rule "legal.fine" {
  title    = "{company}: fine or settlement {fine.value}",
  severity = "medium",
  status   = "stable",
  tags     = { "legal" },
  about    = [[A fine, a penalty or a settlement with an amount.]],

  subject = "company",
  when = {
    fine = recent(sentence(fact { metric = "fine", modality = { "actual", "guidance" }, named = true, value = { above = 2e4, in_currency = "USD" } }
                           & (sequence(10, named, paid) | sequence(6, phrase { "fine~", "fined" }, named)))):unless(others)
           | first(recent(affirmed(sequence(6, named, phrase { "to pay", "pays", "will pay", "agreed to pay", "agrees to pay", "must pay" }, quantity { value = { above = 2e4 } })
                                   & phrase { "to settle", "to resolve", "settlement", "violat*", "charges", "sanctions", "probe", "misconduct" }))):unless(others),
  },

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
