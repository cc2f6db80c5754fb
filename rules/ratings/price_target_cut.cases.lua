return {
  ["ratings.price_target_cut"] = {
    fires = {
      { "Intel shares fell. Citi cut its price target on the stock to $27 from $30.", company = "Intel" },
    },
    silent = {
      { "Tesla slid after Citigroup's note on carmakers. It also cut its price target on Ford to $10.", company = "Tesla",
        because = "another share" },
    },
  },
}
