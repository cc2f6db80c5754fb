rule "a.b" {
  title = "{company} missed by {miss.amount}, {words.value} of {article.author_name}",
  subject = "company",
  when = { miss = fact { metric = "revenue", surprise = "miss" }, words = phrase "price war" },
}
rule "a.c" {
  title = "{company} missed on {miss.metric_text}: {miss.figure}, {miss.move}",
  subject = "company",
  when = { miss = fact { metric = "revenue", metric_text = "sales" } },
  once_per = { "miss.figure", days = 7 },
}
