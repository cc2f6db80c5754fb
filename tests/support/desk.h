// A store with rules over it: what a batch needs, in few lines.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "batch/index.h"
#include "batch/run.h"
#include "store/alerts.h"
#include "support/fresh_store.h"
#include "support/rule_folder.h"

namespace tellwire::test {

inline constexpr int64_t kNow = 1'800'000'000;  // January 2027

// The vocabulary that ships, loaded once.
inline const analysis::Analyser& ShippedAnalyser() {
  static const auto analyser = analysis::Analyser::Load(TELLWIRE_SOURCE_DIR "/rules");
  return analyser.value();
}

// Rules as Lua source, loaded and compiled.
class Rules {
 public:
  // Throws when a rule does not load.
  explicit Rules(const std::string& source, const std::string& exceptions = "")
      : loaded_(Load(source, exceptions)) {
    Compile();
  }

  batch::Program program() {
    return {ShippedAnalyser(), loaded_->rules(), loaded_->handler(), *network_};
  }
  script::LoadedRules& loaded() { return *loaded_; }

 private:
  std::unique_ptr<script::LoadedRules> Load(const std::string& source,
                                            const std::string& exceptions) {
    folder_.Write("pack/rules.lua", source);
    if (!exceptions.empty()) folder_.Write("exceptions.lua", exceptions);
    auto loaded = std::make_unique<script::LoadedRules>(
        folder_.Load(ShippedAnalyser().vocabulary(), {{}, kNow}));
    for (const rule::Diagnostic& diagnostic : loaded->diagnostics()) {
      if (diagnostic.level == rule::Level::kError) {
        throw std::runtime_error(rule::Render(diagnostic));
      }
    }
    return loaded;
  }
  void Compile() {
    network_ = std::make_unique<match::Network>(loaded_->rules(), ShippedAnalyser().vocabulary());
  }

  RuleFolder folder_;
  std::unique_ptr<script::LoadedRules> loaded_;
  std::unique_ptr<match::Network> network_;
};

inline void IndexAll(store::Store& store, const std::vector<model::Article>& articles,
                     int threads = 2) {
  batch::Indexer indexer(store, ShippedAnalyser(), 1'000'000'000, threads);
  for (const model::Article& article : articles) indexer.Add(article);
  indexer.Finish();
}

inline batch::RunReport RunAll(store::Store& store, Rules& rules, batch::RunOptions options = {}) {
  if (options.now == 0) options.now = kNow;
  return batch::Run(store, rules.program(), options);
}

// "rule@article" of every kept alert, oldest article first.
inline std::string AlertsOf(store::Store& store) {
  std::string out;
  const auto alerts = store::Alerts(store).List({});
  for (auto alert = alerts.rbegin(); alert != alerts.rend(); ++alert) {
    out += (out.empty() ? "" : " ") + alert->rule + "@" + alert->article_id;
  }
  return out;
}

}  // namespace tellwire::test
