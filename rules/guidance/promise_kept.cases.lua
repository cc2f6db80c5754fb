return {
  ["guidance.promise_kept"] = {
    silent = {
      { "Netflix has 402 million subscribers.", because = "no date was named",
        before = { { "Netflix aims to reach 400 million subscribers.", article = { published = "2025-10-16" } } } },
      { "Ford's revenue was $190 billion in 2025.", because = "of a year before", article = { published = "2026-03-01" },
        before = { { "Ford aims for revenue of $180 billion in 2026.", article = { published = "2026-02-01" } } } },
      { "Disney plans to have 210 million subscribers.", because = "still a plan",
        before = { { "Disney aims to reach 200 million subscribers by 2028.", article = { published = "2026-01-10" } } } },
    },
  },
}
