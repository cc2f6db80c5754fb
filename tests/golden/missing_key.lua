rule "a.b" {
  when = near(5, phrase "a"),
}
