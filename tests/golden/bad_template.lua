rule "a.b" {
  title = "{company missed",
  subject = "company",
  when = { miss = fact { metric = "revenue", surprise = "miss" } },
}
rule "a.c" {
  title = "{miss.change:percent}",
  subject = "company",
  when = { miss = fact { metric = "revenue", surprise = "miss" } },
}
rule "a.d" {
  title = "{miss.metric:money}",
  subject = "company",
  when = { miss = fact { metric = "revenue", surprise = "miss" } },
}
