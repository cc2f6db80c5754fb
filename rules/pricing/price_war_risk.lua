-- Precision by eye: 6 of 7 on 9,000 newswire articles of 2012. Remaining: a price war told in a heading of another
-- matter.
local named = company { kind = "company" }
local war = fact { metric = "price_war", modality = "any", named = true }

rule "pricing.price_war_risk" {
  title    = "A price war threatens {company}",
  severity = "medium",
  status   = "stable",
  tags     = { "pricing", "risk", "competition" },
  about    = [[Rivals undercut each other: margins suffer first.]],

  subject = "company",
  when = any {
    event = recent(sentence(war & near(14, named, list "price_war"))) | recent(war:unless(named)),   -- "its margins"
    words = recent(affirmed(sentence(near(14, named, list "price_war")))),
  },

  once_per = { "company", days = 30 },
  false_alerts = { "A price war in a heading above another matter", "An old price war told as history" },
  examples = {
    fires = {
      { "Tesla cut prices again, and analysts warned of a price war.", words = "price war" },
      { "JD.com and Meituan are locked in a price war over food delivery." },
      { "Intel is undercutting rivals on price, and AMD has answered in a race to the bottom.", company = "AMD" },
    },
    silent = {
      { "Tesla raised its prices.", because = "no war" },
      { "There is no price war in cloud services, Amazon said.", because = "negated" },
      { "The price of the war on drugs was the subject of a lecture at Ford Hall.", because = "other words" },
      { "Kroger went through a price war in 2003.", article = { published = "2026-05-14" }, because = "history" },
    },
  },
}
