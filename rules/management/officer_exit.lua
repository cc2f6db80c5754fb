local named = company { kind = "company" }
local first = function(c) return title(sentence(c)) | lead(sentence(c)) end
local others = phrase { "former", "ex-ceo", "ex-chief", "ex-chairman", "resigned from", "quit the", "drop-outs", "only remaining", "to become", "as its new", "to join",
                        "newsmaker", "succeeded" }

rule "management.officer_exit" {
  title    = "{company}: an officer leaves",
  severity = "medium",
  status   = "stable",
  tags     = { "management" },
  about    = [[A chief executive, finance chief or chair who leaves, is dismissed or dies.]],

  subject = "company",
  when = any {
    exit   = recent(affirmed(sentence(sequence(5, named, sequence(8, list "officers", list "exits"))
                                      | sequence(4, list "officers", named, list "exits")))):unless(others),
    ousted = recent(affirmed(sentence(sequence(4, named, phrase { "ousts", "ousted its", "ousted the", "fires", "fired its", "has fired", "dismisses", "dismissed its", "replaces",
                                                                 "replaced its" },
                                               list "officers")))):unless(others),
    it     = first(recent(fact { metric = "event.officer_exit", named = true, modality = { "actual", "guidance" } }:unless(named))):unless(others),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "An officer of another firm who joins this one" },
  examples = {
    fires = {
      { "The CEO of Starbucks resigned on Monday." },
      { "Pfizer said that its chief financial officer will step down." },
      { "Intel ousted its chief executive after three years." },
    },
    silent = {
      { "The CEO of Starbucks spoke at a conference.", because = "he stays" },
      { "The CEO of Boeing denied that he will step down.", because = "denied" },
      { "Walmart opened a store.", because = "nothing of it" },
    },
  },
}
