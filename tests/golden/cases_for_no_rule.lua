rule "a.b" {
  title = "x", when = phrase "price war", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
--- file wars.cases.lua
return {
  ["a.bb"] = { fires = { "A price war broke out." } },
}
