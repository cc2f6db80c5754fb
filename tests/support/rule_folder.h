// A folder with rule files that lives as long as the test case.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "script/loader.h"

namespace tellwire::test {

class RuleFolder {
 public:
  RuleFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tellwire_rules_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~RuleFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  RuleFolder(const RuleFolder&) = delete;
  RuleFolder& operator=(const RuleFolder&) = delete;

  void Write(const std::string& file, const std::string& text) const {
    const std::filesystem::path path = std::filesystem::path(path_) / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  script::LoadedRules Load(const model::Vocabulary& vocabulary,
                           const script::LoadOptions& options = {}) const {
    return script::LoadRules({path_}, path_, vocabulary, options);
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// A vocabulary with a few names of each kind.
inline model::Vocabulary SmallVocabulary() {
  model::Vocabulary vocabulary;
  for (const char* id : {"revenue", "revenue.cloud", "share_price", "guidance", "gross_margin",
                         "event.recall", "net_income", "commodity_price"}) {
    model::Metric metric;
    metric.id = id;
    metric.modality = {model::Modality::kActual};
    vocabulary.metrics[id] = metric;
  }
  vocabulary.metrics["gross_margin"].units = {"pct"};
  vocabulary.metrics["commodity_price"].event = "Macroeconomics";
  vocabulary.issuers = {{"Alibaba", "BABA", "company", "internet", {"Alibaba Group"}},
                        {"Tencent", "0700.HK", "company", "internet", {}}};
  vocabulary.themes = {"ai_infrastructure", "ai_monetisation", "cloud"};
  vocabulary.events = {"Dividend", "Merger/Acquisition", "Revenue"};
  vocabulary.sectors = {"banks", "internet"};
  model::WordList list;
  list.name = "export_controls";
  list.file = "rules/lists/export_controls.txt";
  list.hash = "0123";
  list.entries = {{"export control*", {}, {}, 1}, {"entity list", DayOf(2025, 1, 1), {}, 2}};
  vocabulary.lists["export_controls"] = list;
  model::WordList broken;
  broken.name = "broken";
  broken.file = "rules/lists/broken.txt";
  broken.entries = {{"price war", {}, {}, 1}, {"ex*port", {}, {}, 3}};
  vocabulary.lists["broken"] = broken;
  vocabulary.Index();
  return vocabulary;
}

}  // namespace tellwire::test
