return {
  ["earnings.earnings_dilution"] = {
    silent = {
      { "Nike feared that shoes for children would dilute its margin.", because = "a margin of goods" },
    },
  },
}
