return {
  ["export.sanctions_listing"] = {
    fires = {
      { "The Secretary of State has imposed sanctions on three individuals." },
    },
    silent = {
      { "OFAC is publishing the name of one person whose property and interests in property have been unblocked and who was removed from the list of Specially Designated Nationals.",
        because = "taken off" },
      { "OFAC is updating the identifying information of a person currently included in the list of Specially Designated Nationals and Blocked Persons.",
        because = "on the list before" },
      { "The state's plan for clean air ends the imposition of sanctions under the Clean Air Act.", because = "another law" },
    },
  },
}
