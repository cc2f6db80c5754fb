rule "a.b" {
  title = "x",
  when = phrase "x"
  tags = { "y" },
}
