return {
  ["earnings.revenue_miss_stock_rise"] = {
    fires = {
      { "Nike's revenue fell 6% to $11 billion, but Nike shares rose 4% to $70 on hopes for its new chief." },
    },
    silent = {
      { "Nike's revenue fell 6% to $11 billion. Nike shares have risen 20% in the past year.", because = "a rise over the year" },
      { "Nike missed revenue estimates and its shares fell 3%, after they closed up 1% the day before.", because = "they fell on the news" },
    },
  },
}
