return {
  ["guidance.promise_without_deadline"] = {
    fires = {
      { "Porsche is aiming to increase deliveries to 200,000 cars.", company = "Porsche" },
    },
    silent = {
      { "Ford wants to cut costs by $2 billion by the middle of the decade.", because = "a date in words" },
      { "Wells Fargo recalled losses of $2 billion at a rival that aims to recover.", because = "a loss" },
    },
  },
}
