-- Precision by eye: 2 of 2 on 9,000 newswire articles of 2012. Remaining: none seen.
local shorts = phrase { "short seller*", "short-seller*", "short selling firm", "hindenburg research", "muddy waters" }
local accuses = phrase { "alleg~", "accus~", "claimed", "claims", "question~", "fraud*", "inflat~", "overstat~" }
-- The short seller itself, courts, and what shares do.
local own = sequence(3, company { kind = "company" }, shorts) | sequence(1, shorts, company { kind = "company" })
            | phrase { "lawsuit*", "lawsuits by", "bet against" }

rule "management.short_report" {
  title    = "A short seller attacks {company}",
  severity = "high",
  status   = "stable",
  tags     = { "management", "risk" },
  about    = [[A published report of a short seller, or charges of fraud by one.]],

  subject = "company",
  when = {
    report = recent(affirmed(sentence((near(12, shorts, accuses) & company { kind = "company" })))):unless(own),
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
      {
        "Short seller Citron Research accused a developer of fraud.",
        company = "Citron Research",
        because = "the short seller itself",
      },
    },
  },
}
