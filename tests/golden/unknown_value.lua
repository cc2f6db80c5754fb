rule "a.b" {
  title = "x",
  severity = "hihg",
  status = "live",
  subject = "firm",
  when = fact { metric = "revenue", surprise = "mis", change = { above = 5, unit = "%" } },
}
