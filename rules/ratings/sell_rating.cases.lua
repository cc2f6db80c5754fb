return {
  ["ratings.sell_rating"] = {
    fires = {
      { "Intel seeks a chief executive. Analysts at Citi downgraded the stock to hold from buy.", company = "Intel" },
    },
    silent = {
      { "Moody's downgraded Deutsche Bank's deposit rating.", because = "a rating of debt" },
      { "Analysts have downgraded their estimates of phone sales at Samsung.", because = "estimates" },
      { "UBS, which had a sell rating, upgraded Netflix to hold.", because = "no longer" },
      { "Nike shares continued to underperform the market.", because = "how a share does" },
    },
  },
}
