rule "a.b" {
  title = "x", subject = "company",
  when = fact { metric = "revenue", change = { above = 10, below = 5 } },
}
