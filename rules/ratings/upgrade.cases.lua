return {
  ["ratings.upgrade"] = {
    fires = {
      { "Intel jumped 6% after Jefferies upgraded the stock to buy.", article = { title = "S&P 500 ends higher" } },
    },
    silent = {
      { "Citi reiterated its buy rating on Boeing.", because = "an old rating" },
      { "Verizon spends billions to upgrade its network.", because = "a network" },
      { "Standard & Poor's lowered France's triple-A credit rating, BNP Paribas said.", because = "lowered, and a state's" },
    },
  },
}
