rule "a.b" {
  title = "x", subject = "company",
  when = fact { metric = "revenue", value = { above = 1e9 } } & fact { metric = "gross_margin", value = { above = 40 } },
}
