return {
  ["export.entity_list"] = {
    fires = {
      { "The State Department amends the International Traffic in Arms Regulations to remove capacitors from the Munitions List." },
      { "The Bureau of Industry and Security proposes controls on machines that make peptides." },
    },
    silent = {
      { "The committee on sensors advises on export controls and will meet in May.", because = "a meeting" },
    },
  },
}
