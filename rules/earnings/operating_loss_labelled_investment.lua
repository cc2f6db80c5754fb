-- Precision by eye: no alert on 9,000 newswire articles of 2012. Remaining: nothing seen.
rule "earnings.operating_loss_labelled_investment" {
  title    = "{company} calls its loss an investment",
  severity = "medium",
  status   = "stable",
  tags     = { "earnings", "quality" },
  about    = [[A loss that management presents as spending on the future: ask when it pays back, and what it hides.]],

  subject = company { kind = "company", named_in = { "title", "lead" } },
  when = paragraph(all {
    loss = fact { metric = { "operating_income", "net_income" }, flags = "loss" },
    label = near(6, phrase { "describe~", "call~", "label~", "characterise~", "characterize~", "present~", "frame~" },
                    phrase { "as an investment", "an investment in", "investments in", "investing in" })
          | phrase { "investment phase", "investment in the future" },
  }),

  once_per = { "company", "loss.period", days = 30 },
  false_alerts = { "A loss on an investment beside talk of investing" },
  examples = {
    fires = {
      { "Alibaba posted an operating loss, which management described as an investment in quick commerce.",
        label = "described as an investment" },
      { "Meituan reported a net loss of $2 billion. Meituan's chief called the spending an investment in new cities." },
      { "Snap's operating loss was $300 million; Snap frames it as an investment in glasses." },
    },
    silent = {
      { "Alibaba posted an operating profit, which it will put into an investment in quick commerce.", because = "a profit" },
      { "Alibaba posted an operating loss of $1.3 billion.", because = "no label" },
      { "Berkshire Hathaway completed an investment in Japan.", because = "no loss" },
    },
  },
}
