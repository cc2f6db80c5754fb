return {
  ["export.export_control_risk"] = {
    fires = {
      { "Alibaba was cleared by Washington to buy Nvidia H200 chips.", company = "Alibaba" },
    },
    silent = {
      { "China defended its export curbs on rare earths, of which Apple buys some.", because = "a state's exports" },
      { "Samsung lost a bid to lift a ban on sales of its tablet.", because = "a court's ban" },
    },
  },
}
