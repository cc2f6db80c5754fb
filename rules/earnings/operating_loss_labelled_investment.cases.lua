return {
  ["earnings.operating_loss_labelled_investment"] = {
    silent = {
      { "JPMorgan reported a net loss of $2 billion. A shareholder called for an end to investment banking.", because = "a call" },
    },
  },
}
