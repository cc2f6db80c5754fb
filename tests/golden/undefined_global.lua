rule "a.b" {
  title = "x",
  when = frase "price war",
}
