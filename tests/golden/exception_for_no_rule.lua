rule "a.b" {
  title = "x", when = phrase "price war", false_alerts = { "none known" },
  examples = { fires = { "x" }, silent = { "y" } },
}
--- file exceptions.lua
except "a.c" { where = source "Blog", reason = "noise", owner = "desk", expires = "2027-03-31" }
