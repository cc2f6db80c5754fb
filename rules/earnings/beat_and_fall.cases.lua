return {
  ["earnings.beat_and_fall"] = {
    fires = {
      { "Target opened stores in Texas. Its quarterly profit topped analysts' estimates. Target shares fell 2% at $61.",
        beat = "profit topped", company = "Target" },
      { "Macy's earnings rose more than expected, but the stock fell 3.7%.", article = { title = "Wall Street falls for a third day" },
        beat = "earnings rose more than expected" },
    },
    silent = {
      { "Nvidia beat revenue estimates. Nvidia shares fell 3%.", article = { title = "Wall Street falls for a third day" },
        because = "a report on the market" },
      { "FedEx beat profit estimates. FedEx shares have fallen 5% this year.", because = "a fall over the year" },
      { "Nvidia will open a campus in Texas.\n\nNvidia beat analysts' revenue estimates in March. Its shares fell 1% on Friday.",
        because = "an older quarter" },
    },
  },
}
