rule "a.b" {
  title = "x",
  when = phrase "price war" & "price cut",
}
rule "a.c" {
  title = "x",
  when = all { "price war", sentence("price cut") },
}
