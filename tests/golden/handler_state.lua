local words = ("a b"):gmatch("a")
rule "a.b" {
  title = "x",
  when = phrase "a",
  alert = function(hit) return { note = words() } end,
}
