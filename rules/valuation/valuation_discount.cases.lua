return {
  ["valuation.valuation_discount"] = {
    silent = {
      { "Xstrata holders said that the bid undervalued their shares.", because = "of an offer" },
      { "Alibaba will sell its shares in companies that it sees as undervalued.", because = "others' shares" },
    },
  },
}
