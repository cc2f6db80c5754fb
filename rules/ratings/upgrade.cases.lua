return {
  ["ratings.upgrade"] = {
    silent = {
      { "Citi reiterated its buy rating on Boeing.", because = "an old rating" },
      { "Verizon spends billions to upgrade its network.", because = "a network" },
      { "Standard & Poor's lowered France's triple-A credit rating, BNP Paribas said.", because = "lowered, and a state's" },
    },
  },
}
