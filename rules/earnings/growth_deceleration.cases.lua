return {
  ["earnings.growth_deceleration"] = {
    fires = {
      { "BMW said that the rate of sales growth slowed to 4% in May." },
    },
    silent = {
      { "Walmart's operating income grew at a slower rate than sales.", because = "two figures of one period" },
      { "SAP's cloud revenue growth may slow, an analyst said.", because = "not yet" },
      { "Growth of the Chinese economy slowed, HSBC said, as new orders grew at the slowest rate in a year.", because = "an economy" },
    },
  },
}
