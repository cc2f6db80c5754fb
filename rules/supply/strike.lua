-- Precision by eye: 19 of 22 on 9,000 newswire articles of 2012. Remaining: strikes that have ended, protests that are
-- none.
local named = company { kind = "company" }
local strikes = phrase { "strike", "strikes", "striking", "walkout*", "walked out", "walk out", "work stoppage",
                         "industrial action", "walked off the job" }
local staff = phrase { "worker*", "pilot*", "staff", "union*", "employees", "drivers", "crew*", "machinists",
                       "miners", "walkout*" }
local others = phrase { "strike fund", "strike price", "past strikes", "strike a", "strikes a", "to strike a",
                        "economist*", "air strike*", "union deal", "general strike", "from striking" }
local names = { "strike", "strikes", "*on strike", "walkout*", "*stoppage", "industrial action", "walk*" }

rule "supply.strike" {
  title    = "{company}: strike",
  severity = "medium",
  status   = "stable",
  tags     = { "supply", "labour" },
  about    = [[Workers who walk out, or have voted to.]],

  subject = "company",
  when = any {
    strike = recent(affirmed(sentence(near(10, named, strikes) & staff))):unless(others),
    event  = recent(fact { metric = "event.strike", named = true, metric_text = names }:unless(named)):unless(others),
  },

  once_per = { "company", days = 14 },
  false_alerts = { "A strike that has ended", "A protest outside working hours" },
  examples = {
    fires = {
      { "Workers at Boeing went on strike." },
      { "Pilots at Lufthansa walked out on Thursday." },
      { "Deutsche Bahn staff began a strike over pay." },
    },
    silent = {
      { "Boeing averted a strike.", because = "averted" },
      { "Delta struck a deal with Airbus.", because = "a deal" },
      { "Pilots at Lufthansa could strike.", because = "hypothetical" },
      { "Delta's union struck a deal, but the strike fund of the pilots stays open.", because = "a fund" },
    },
  },
}
