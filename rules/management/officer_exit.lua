-- Precision by eye: 26 of 30 on 9,000 newswire articles of 2012. Remaining: exits of months before, founders long gone
-- who die.
local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local others = phrase { "former", "ex-ceo", "ex-chief", "ex-chairman", "resigned from", "quit the", "to become",
                        "as its new", "to join", "succeeded" }
local ousts = phrase { "ousts", "ousted its", "ousted the", "fires", "fired its", "has fired", "dismisses",
                       "dismissed its",
                       "replaces", "replaced its" }

rule "management.officer_exit" {  -- check: allow R034 (most exits are told with "chief")
  title    = "{company}: an officer leaves",
  severity = "medium",
  status   = "stable",
  tags     = { "management" },
  about    = [[A chief executive, finance chief or chair who leaves, is dismissed or dies.]],

  subject = "company",
  when = any {
    exit   = recent(affirmed(sentence(sequence(5, named, sequence(8, list "officers", list "exits"))
                                      | sequence(4, list "officers", named, list "exits")))):unless(others),
    head   = first(recent(affirmed(sequence(2, named, sequence(3, phrase { "chief", "boss" }, list "exits")))))
             :unless(others),
    ousted = recent(affirmed(sentence(sequence(4, named, ousts, list "officers")))):unless(others),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "An exit of some months before", "A chief of long ago who dies" },
  examples = {
    fires = {
      { "The CEO of Starbucks resigned on Monday." },
      { "Pfizer said that its chief financial officer will step down." },
      { "Intel ousted its chief executive after three years." },
      { "Telefonica chief steps down after ten years.", head = "Telefonica chief steps down" },
    },
    silent = {
      { "The CEO of Starbucks spoke at a conference.", because = "he stays" },
      { "The CEO of Boeing denied that he will step down.", because = "denied" },
      { "Walmart opened a store.", because = "nothing of it" },
      { "Walmart named a former chief executive of Target, who retired, to its board.", because = "long gone" },
    },
  },
}
