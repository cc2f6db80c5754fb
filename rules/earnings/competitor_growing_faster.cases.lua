return {
  ["earnings.competitor_growing_faster"] = {
    silent = {
      { "Lowe's sales rose 3%. Its sales of tools rose 11%, well ahead of what analysts expected.", because = "ahead of estimates" },
      { "DuPont's sales rose 12%. Its farm sales rose 16%, outpacing the rest.", because = "its own lines" },
    },
  },
}
