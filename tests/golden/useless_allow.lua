-- check: allow R041
rule "a.b" { title = "x", when = phrase "price war",
  examples = { fires = { "x" }, silent = { "y" } }, -- check: allow R031
}
