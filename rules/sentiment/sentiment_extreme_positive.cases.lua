return {
  ["sentiment.sentiment_extreme_positive"] = {
    silent = {
      { "The agency grants UL LLC the expansion of its recognition for excellent and successful tests.", because = "courtesy, no figures" },
      { "Profit surged and shares soared to a record at Nvidia.", article = { title = "Wall Street rises to a record" },
        because = "a report on the market" },
    },
  },
}
