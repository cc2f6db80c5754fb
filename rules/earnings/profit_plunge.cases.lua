return {
  ["earnings.profit_plunge"] = {
    silent = {
      { "Profit at the chemicals unit of Exxon Mobil fell 49%.", because = "one unit" },
      { "Qantas will cut 500 jobs. In February, Qantas said that its half-year profit fell 52%.", because = "an older report" },
    },
  },
}
