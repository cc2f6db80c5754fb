return {
  ["guidance.guidance_cut"] = {
    fires = {
      { "Sharp raised its net loss forecast to 400 billion yen.", cut = "raised its net loss forecast" },
      { "Cummins cut its full-year sales forecast.", article = { title = "Wall Street falls on profit warnings" } },
    },
    silent = {
      { "Moody's cut its outlook on Barclays to negative.", because = "the outlook of a rating" },
      { "Intel shares slid after Citi lowered its forecast for Intel.", because = "a broker's forecast" },
      { "China cut its growth forecast for the economy, and General Electric sees slower sales there.", because = "an economy" },
      { "Intel opened a plant.\n\nIn October, Intel cut its full-year forecast.", because = "weeks ago" },
    },
  },
}
