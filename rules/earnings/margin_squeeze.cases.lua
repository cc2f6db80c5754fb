return {
  ["earnings.margin_squeeze"] = {
    silent = {
      { "Danaher's sales rose 31%. Margins in its life sciences business were lower.", because = "one business" },
      { "Family Dollar's sales rose 7%, led by food, which typically carries lower margins.", because = "a remark on goods" },
    },
  },
}
