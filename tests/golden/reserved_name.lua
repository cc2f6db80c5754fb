rule "a.b" {
  title = "x",
  when = { company = phrase "price war", Big = phrase "price cut" },
}
