rule "a.b" {
  title = "{company} missed by {miss.amount}, {words.value} of {article.author_name}",
  subject = "company",
  when = { miss = fact { metric = "revenue", surprise = "miss" }, words = phrase "price war" },
}
