rule "management.officer_exit" {
  title    = "{company}: an officer leaves",
  severity = "medium",
  status   = "stable",
  tags     = { "management" },
  about    = [[A chief executive, finance chief or chair who leaves, is dismissed or dies.]],

  subject = "company",
  when = any {
    exit  = fact { metric = "event.officer_exit" },
    words = sentence(affirmed(near(8, list "officers", list "exits"))),
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
