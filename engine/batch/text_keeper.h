// Puts aside, with a rule's first alert, the files that gave it: what `alerts replay` runs a year
// later.
#pragma once

#include <string>
#include <vector>

#include "batch/scan.h"
#include "store/store.h"
#include "store/texts.h"

namespace tellwire::batch {

// Of one run. The references must outlive it.
class TextKeeper {
 public:
  // Without a rules folder only the rules' own files are kept.
  TextKeeper(store::Store& store, const Program& program, std::string rules_folder);

  // Keeps a rule's file with its lists, modules and exceptions, and the lexicon; once a run.
  void Keep(size_t rule);

  // What Texts calls a rule's version.
  static std::string VersionOf(const std::string& id, const std::string& version) {
    return id + "@" + version;
  }

 private:
  void KeepLexicon();
  void KeepModules(const rule::Rule& rule);
  void KeepLists(const rule::Rule& rule);
  void KeepFile(const rule::Rule& rule, const std::string& name, const std::string& path);
  std::string NameOf(const std::string& path) const;

  store::Texts texts_;
  const Program& program_;
  std::string rules_folder_;
  std::vector<bool> kept_;  // by rule
  bool lexicon_kept_ = false;
};

}  // namespace tellwire::batch
