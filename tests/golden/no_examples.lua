rule "a.b" {
  title = "x", when = phrase "price war", false_alerts = { "none known" },
  examples = { fires = { "A price war broke out." } },
}
