return {
  ["earnings.stock_rise_on_operating_loss"] = {
    fires = {
      { "Rivian hired a finance chief. The company reported a net loss of $900 million. Rivian shares rose 3%." },
    },
    silent = {
      { "JPMorgan answered questions about its $2 billion trading loss. JPMorgan shares rose 2%.", because = "a loss on a trade" },
      { "Lyft reported a net profit of $50 million, compared with a net loss of $70 million. Lyft shares rose 4%.",
        because = "the loss is what it compares with" },
    },
  },
}
