-- Precision by eye: 4 of 4 on the articles of corpus/; the newswire of 2012 and earnings calls have none. Remaining:
-- none seen.
local function ai(fields)
  fields.modality = { "actual", "guidance", "target" }
  return fact(fields)
end

rule "ai.ai_monetisation_acceleration" {
  title    = "{company}: AI begins to earn",
  severity = "medium",
  status   = "stable",
  tags     = { "ai", "growth" },
  about    = [[Revenue from AI grows fast, reaches a run rate, a share of cloud revenue, or a streak; or is promised to multiply.]],

  subject = "company",
  when = any {
    growth   = ai { metric = "revenue.ai", direction = "up", change = { min = 15 } }
               | ai { metric = "revenue.ai", direction = "up", growth_class = { "double-digit", "triple-digit" } },
    run_rate = ai { metric = "revenue.ai.run_rate" },
    share    = ai { metric = "revenue.ai.share_of_cloud" },
  },

  once_per = { "company", days = 30 },
  false_alerts = { "AI revenue of a customer told in a supplier's story" },
  examples = {
    fires = {
      { "Alibaba is on track to triple its revenue from AI services.", growth = "triple its revenue from AI services" },
      { "Microsoft's AI products run rate reached $13 billion.", company = "Microsoft" },
      { "Alibaba's AI products account for 30% of external cloud revenue." },
    },
    silent = {
      { "Alibaba is on track to open an AI research centre.", because = "no revenue" },
      { "AI revenue could grow at Alibaba if demand holds.", because = "hypothetical" },
      { "AI revenue fell 4% at C3.ai.", because = "down" },
      { "Data and AI revenue grew 3% at IBM.", because = "slow" },
    },
  },
}
