return {
  ["guidance.guidance_raised"] = {
    fires = {
      { "Deere opened a plant in Iowa. The company raised its full-year forecast.", raised = "raised its full-year forecast" },
    },
    silent = {
      { "Pfizer welcomed the draft guidance for industry; this guidance expands the advice on tests.", because = "a regulator's" },
      { "Walmart met its forecast of a 2% increase in sales.", because = "what the forecast foresees" },
      { "Ford is likely to raise its forecast for the market, a dealer said.", because = "not done, and of the market" },
      { "Housing data lifted the economic outlook, Airbus said.", because = "an economy" },
    },
  },
}
