rule "a.b" {
  title = "x", when = phrase "price war", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
rule "a.b" { title = "x", when = phrase "price cut" }
