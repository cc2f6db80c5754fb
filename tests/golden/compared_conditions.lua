rule "a.b" {
  title = "x",
  when = phrase "a" == phrase "b",
}
