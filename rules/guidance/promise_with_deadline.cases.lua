return {
  ["guidance.promise_with_deadline"] = {
    fires = {
      { "Toyota aims to sell at least 1 million vehicles in China this year." },
      { "Hologic expects annual cost savings of about $75 million by 2027.", promise = "cost savings of about $75 million" },
    },
    silent = {
      { "Nokia was expected to sell 400 million phones in 2027, according to a poll.", because = "analysts" },
      { "Honda's output fell to 2.9 million cars last year.", because = "the year is over" },
      { "The economy should grow 2% in 2027, Citigroup expects.", because = "an economy" },
      { "Panasonic expects a net loss of $10 billion this year.", because = "a warning" },
    },
  },
}
