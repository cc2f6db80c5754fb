return {
  ["guidance.profit_warning"] = {
    fires = {
      { "Chevron warned on third-quarter profit, and its shares dropped." },
    },
    silent = {
      { "Carrefour named a new chief.\n\nCarrefour shares fell by half after a string of profit warnings.", because = "history" },
      { "Boeing warned of delays.", because = "no result" },
    },
  },
}
