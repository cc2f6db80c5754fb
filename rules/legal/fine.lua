-- Precision by eye: 27 of 30 on 9,000 newswire articles of 2012. Remaining: settlements of years ago without a date,
-- sums paid by insurers.
local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local paid = phrase { "fined", "fine", "fines", "pay", "pays", "paid", "paying", "settle~", "settlement", "penalt*" }
-- What is asked for, allowed or told of others.
local others = phrase { "maximum", "seek*", "sought", "sue", "sued", "suing", "tax settlement", "a share",
                        "per share", "claim*", "awarded", "noteholders", "study", "compensat*", "could lead",
                        "refused", "owes" }
local sizeable = { above = 2e4, in_currency = "USD" }
local pays = phrase { "to pay", "pays", "will pay", "agreed to pay", "agrees to pay", "must pay" }
local why = phrase { "to settle", "to resolve", "settlement", "violat*", "charges", "sanctions", "probe", "misconduct" }

rule "legal.fine" {
  title    = "{company}: fine or settlement[ of {fine.value}]",
  severity = "medium",
  status   = "stable",
  tags     = { "legal" },
  about    = [[A fine, a penalty or a settlement with an amount.]],

  subject = "company",
  when = {
    fine = (recent(sentence(fact { metric = "fine", modality = { "actual", "guidance" }, named = true,
                                   value = sizeable }
                            & (sequence(10, named, paid) | sequence(6, phrase { "fine~", "fined" }, named))))
            | first(recent(affirmed(sequence(6, named, pays, quantity { value = { above = 2e4 } }) & why))))
           :unless(others),
  },

  once_per = { "company", days = 60 },
  false_alerts = { "A settlement of years ago without its date", "What insurers or managers pay" },
  examples = {
    fires = {
      { "Apple was fined 1.8 billion euros by the European Commission." },
      { "Alphabet paid $2.7 billion in EU fines." },
      { "Wells Fargo will pay a penalty of $250 million." },
      {
        "Johnson & Johnson agreed to pay $158 million to settle charges of misleading doctors.",
        fine = "agreed to pay",
      },
    },
    silent = {
      { "Apple could be fined 1.8 billion euros.", because = "hypothetical" },
      { "Apple was not fined.", because = "negated" },
      { "Nike did fine last quarter.", because = "another word" },
      { "Siemens paid a fine of $800 million in 2008.", article = { published = "2026-05-14" }, because = "history" },
    },
  },
}
