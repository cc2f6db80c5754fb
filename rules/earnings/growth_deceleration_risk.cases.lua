return {
  ["earnings.growth_deceleration_risk"] = {
    fires = {
      { "Adidas stuck to its forecasts for a slowdown in sales growth." },
    },
    silent = {
      { "Caterpillar said growth in China may slow.", because = "a country's growth" },
      { "Nokia has been plagued by slow sales of its phones, which it will cut in price.", because = "sales are slow already" },
    },
  },
}
