rule "management.short_report" {
  title    = "A short seller attacks {company}",
  severity = "high",
  status   = "stable",
  tags     = { "management", "risk" },
  about    = [[A published report of a short seller, or charges of fraud by one.]],

  subject = "company",
  when = any {
    report = fact { metric = "event.short_report" },
    words  = sentence(affirmed(phrase { "short seller*", "short selling firm", "hindenburg research", "muddy waters" }
                               & phrase { "report", "alleg~", "accus~", "claim~", "fraud", "inflat~", "bet against" })),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "A short position in a filing, without a report" },
  examples = {
    fires = {
      { "Short seller Greywater Research published a report alleging that Nikola inflated its orders." },
      { "A short seller accused Super Micro of fraud in a report.", company = "Super Micro" },
      { "Short sellers accused Carvana of hiding losses." },
    },
    silent = {
      { "Short interest in Tesla fell.", because = "no report" },
      { "Nvidia sells out in a short time.", because = "other words" },
      { "Broker Jefferies published a report on Nike.", because = "a broker" },
    },
  },
}
