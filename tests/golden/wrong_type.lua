rule "a.b" {
  title = 12,
  when = all {
    fact { metric = "revenue", change = { above = "five" } },
    phrase(5),
    near("five", phrase "a", phrase "b"),
  },
  once_per = { "company", days = 0.5 },
  alert = "yes",
  subject = "company", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
