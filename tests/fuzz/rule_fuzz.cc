// Any bytes as a rule file: it loads or is refused, every problem has a place, and handlers end.
#include "fuzz/fuzz.h"
#include "rule/check.h"
#include "support/handler_run.h"
#include "support/rule_folder.h"

namespace tellwire::fuzz {
namespace {

void Try(std::string_view text) {
  static const model::Vocabulary vocabulary = test::SmallVocabulary();
  static const test::RuleFolder folder;
  folder.Write("a/b.lua", std::string(text));
  script::LoadOptions options;
  options.limits.load_instructions = 300'000;
  options.limits.instructions = 100'000;
  auto loaded = folder.Load(vocabulary, options);
  const auto problems =
      rule::Check({loaded.rules(), vocabulary, loaded.diagnostics(), {}, 0, false});
  for (const rule::Diagnostic& problem : problems) {
    Require(!problem.where.file.empty(), "a problem has a place");
    Require(!rule::Render(problem).empty(), "a problem can be shown");
  }
  const test::OneHit one = test::MissedRevenue();
  for (const rule::Rule& rule : loaded.rules().rules) {
    if (!rule.has_handler) continue;
    const auto decision = loaded.handler().Handle(rule, one.hit, one.article, one.analysis);
    Require(decision || !decision.error().message.empty(), "a failure says why");
  }
}

}  // namespace
}  // namespace tellwire::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  tellwire::fuzz::Try(tellwire::fuzz::AsText(data, size));
  return 0;
}
