local spare = phrase "never used"
rule "a.b" {
  title = "x",
  when = phrase "price war" and phrase "price cut",
  false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
