rule "a.b" {
  title = "x",
  when = { war = phrase "price war", war = phrase "price cut" },
}
rule "a.c" {
  title = "x",
  when = { war = phrase "price war" },
  unless = { war = phrase "truce" },
}
