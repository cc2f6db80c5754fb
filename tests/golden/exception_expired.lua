rule "a.b" {
  title = "x", when = phrase "price war", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
--- file exceptions.lua
except "a.b" { where = source "Blog", reason = "noise", owner = "desk", expires = "2026-03-31" }
