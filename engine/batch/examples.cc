#include "batch/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/json_writer.h"
#include "batch/example_world.h"
#include "match/network.h"

namespace tellwire::batch {
namespace {

using rule::Example;

constexpr size_t kMaxExplanations = 3;

model::Article ArticleOf(const Example& example) {
  model::Article article;
  article.id = example.id;
  article.title = example.title;
  article.text = example.text;
  article.source = example.source;
  article.language = example.language;
  article.origin = ToString(example.where);
  article.published = Timestamp{kFrozenClock, Precision::kInstant};
  if (!example.published.empty()) {
    if (const auto published = ParseTimestamp(example.published)) article.published = *published;
  }
  return article;
}

// White space as one blank, so that a wrapped example can be quoted.
std::string Plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// A rule with its network, and what its examples come to.
class RuleExamples {
 public:
  RuleExamples(script::LoadedRules* loaded, const analysis::Analyser& analyser, size_t rule,
               ExampleWorld* world, std::unique_ptr<match::Network>* all)
      : loaded_(*loaded),
        analyser_(analyser),
        index_(rule),
        rule_(loaded->rules().rules[rule]),
        world_(*world),
        all_(*all),
        network_(rule::RuleSet{{rule_}}, analyser.vocabulary()),
        scratch_(network_.NewScratch()) {}

  ExampleResult Run(size_t number) {
    const Example& example = rule_.examples[number];
    ExampleResult result;
    result.rule = index_;
    result.example = number;
    result.article = ArticleOf(example);
    world_.Begin(example.prices);
    for (const Example& before : example.before) AddEarlier(before);
    const model::Analysis analysis = analyser_.Analyse(result.article);
    const match::Subject subject{result.article, analysis, &world_, kFrozenClock};
    world_.Read(&result.article, &analysis);
    const match::Outcome outcome = network_.Match(subject, scratch_.get(), nullptr);
    const auto raised = Raised(rule_, outcome.hits, result.article, analysis, &result.failures);
    Judge(example, outcome, raised, analysis, &result);
    result.passed = result.failures.empty();
    if (!result.passed) result.explanations = Explanations(example, subject);
    return result;
  }

 private:
  // The hits that the handler lets through.
  std::vector<const model::Hit*> Raised(const rule::Rule& rule, const std::vector<model::Hit>& hits,
                                        const model::Article& article,
                                        const model::Analysis& analysis,
                                        std::vector<std::string>* failures) {
    std::vector<const model::Hit*> raised;
    for (const model::Hit& hit : hits) {
      if (rule.has_handler) {
        const auto decision = loaded_.handler().Handle(rule, hit, article, analysis);
        if (!decision) {
          failures->push_back("the handler failed: " + ToString(decision.error()));
          continue;
        }
        if (!decision->raise) continue;
      }
      raised.push_back(&hit);
    }
    return raised;
  }

  // What decided: for each subject, or only for the company that the example asks about.
  std::vector<match::Explanation> Explanations(const Example& example,
                                               const match::Subject& subject) const {
    auto all = match::Explain(rule_, subject, analyser_.vocabulary());
    const model::Issuer* issuer = analyser_.vocabulary().FindIssuer(example.company);
    std::erase_if(all, [&](const match::Explanation& one) {
      if (!example.company.empty() && one.company_name != example.company)
        return !issuer || issuer->name != one.company_name;
      return example.wanted != Example::Wanted::kFires && !one.hit;
    });
    if (all.size() > kMaxExplanations) all.resize(kMaxExplanations);
    return all;
  }

  // An earlier article: all rules run over it, as they would have.
  void AddEarlier(const Example& before) {
    if (!all_) all_ = std::make_unique<match::Network>(loaded_.rules(), analyser_.vocabulary());
    EarlierArticle earlier;
    earlier.article = ArticleOf(before);
    earlier.analysis = analyser_.Analyse(earlier.article);
    const auto scratch = all_->NewScratch();
    const match::Subject subject{earlier.article, earlier.analysis, &world_, kFrozenClock};
    world_.Read(&earlier.article, &earlier.analysis);
    std::vector<std::string> ignored;
    for (const model::Hit& hit : all_->Match(subject, scratch.get(), nullptr).hits) {
      const rule::Rule& rule = loaded_.rules().rules[hit.rule];
      if (Raised(rule, {hit}, earlier.article, earlier.analysis, &ignored).empty()) continue;
      earlier.alerts.emplace_back(rule.id, CompanyOf(hit, earlier.analysis));
    }
    world_.Add(std::move(earlier));
  }

  static std::string CompanyOf(const model::Hit& hit, const model::Analysis& analysis) {
    return hit.company < 0 ? "" : analysis.companies[static_cast<size_t>(hit.company)].name;
  }

  bool IsCalled(const model::Hit& hit, const model::Analysis& analysis,
                const std::string& asked) const {
    if (asked.empty()) return true;
    if (hit.company < 0) return false;
    const model::Company& company = analysis.companies[static_cast<size_t>(hit.company)];
    const model::Issuer* issuer = analyser_.vocabulary().FindIssuer(asked);
    return company.name == asked || company.ticker == asked ||
           (issuer && issuer->name == company.name);
  }

  void Judge(const Example& example, const match::Outcome& outcome,
             const std::vector<const model::Hit*>& raised, const model::Analysis& analysis,
             ExampleResult* result) const {
    std::vector<const model::Hit*> asked;
    for (const model::Hit* hit : raised) {
      if (IsCalled(*hit, analysis, example.company)) asked.push_back(hit);
    }
    result->verdict = VerdictOf(outcome, asked);
    const std::string wanted = example.wanted == Example::Wanted::kFires    ? "fired"
                               : example.wanted == Example::Wanted::kSilent ? "silent"
                                                                            : "unknown";
    const bool silent_enough = wanted == "silent" && result->verdict == "unknown";
    if (result->verdict != wanted && !silent_enough) {
      result->failures.push_back(Describe(wanted, outcome, raised, asked, analysis, example));
    } else if (wanted == "fired") {
      CheckEvidence(example, asked, analysis, result);
    }
  }

  static std::string VerdictOf(const match::Outcome& outcome,
                               const std::vector<const model::Hit*>& asked) {
    if (!asked.empty()) return "fired";
    if (outcome.verdicts.empty()) return "silent";
    const bool error =
        std::any_of(outcome.verdicts.begin(), outcome.verdicts.end(),
                    [](const auto& one) { return one.truth == model::Truth::kError; });
    return error ? "error" : "unknown";
  }

  static std::string Describe(const std::string& wanted, const match::Outcome& outcome,
                              const std::vector<const model::Hit*>& raised,
                              const std::vector<const model::Hit*>& asked,
                              const model::Analysis& analysis, const Example& example) {
    if (wanted != "fired") {
      if (asked.empty()) return fmt::format("it should be {} and was not", wanted);
      const std::string company = CompanyOf(*asked[0], analysis);
      return fmt::format("it should be {} and fired{}{}", wanted, company.empty() ? "" : " for ",
                         company);
    }
    if (!raised.empty())
      return fmt::format("it should fire for {} and fired for {}", example.company,
                         CompanyOf(*raised[0], analysis));
    if (!outcome.hits.empty()) return "it should fire, and its handler raised no alert";
    if (!outcome.verdicts.empty())
      return fmt::format("it should fire and was {}: {}",
                         model::ToString(outcome.verdicts[0].truth), outcome.verdicts[0].reason);
    return "it should fire and was silent";
  }

  // The words of each clause that the example names, in any of the hits.
  void CheckEvidence(const Example& example, const std::vector<const model::Hit*>& hits,
                     const model::Analysis&, ExampleResult* result) const {
    for (const auto& [clause, words] : example.evidence) {
      std::vector<std::string> quoted;
      bool found = false;
      for (const model::Hit* hit : hits) {
        for (const auto* list : {&hit->evidence, &hit->against}) {
          for (const model::Evidence& evidence : *list) {
            if (evidence.clause != clause) continue;
            const std::string& text = evidence.place.part == model::Part::kTitle
                                          ? result->article.title
                                          : result->article.text;
            quoted.push_back(Plain(evidence.place.span.Of(text)));
            found = found || quoted.back().find(Plain(words)) != std::string::npos;
          }
        }
      }
      if (found) continue;
      std::string got;
      for (const std::string& quote : quoted) got += (got.empty() ? "" : ", ") + Quote(quote);
      result->failures.push_back(fmt::format("clause {}: wanted {}, got {}", clause, Quote(words),
                                             got.empty() ? "no evidence" : got));
    }
  }

  script::LoadedRules& loaded_;
  const analysis::Analyser& analyser_;
  size_t index_;
  const rule::Rule& rule_;
  ExampleWorld& world_;
  std::unique_ptr<match::Network>& all_;
  match::Network network_;
  match::Network::ScratchPtr scratch_;
};

}  // namespace

std::vector<ExampleResult> RunExamples(script::LoadedRules* loaded,
                                       const analysis::Analyser& analyser,
                                       const std::function<bool(const rule::Rule&)>& wanted) {
  std::vector<ExampleResult> results;
  ExampleWorld world(analyser.vocabulary());
  std::unique_ptr<match::Network> all;
  loaded->SetCorpus(&world);
  for (size_t i = 0; i < loaded->rules().rules.size(); ++i) {
    const rule::Rule& rule = loaded->rules().rules[i];
    if (rule.examples.empty() || (wanted && !wanted(rule))) continue;
    RuleExamples examples(loaded, analyser, i, &world, &all);
    for (size_t number = 0; number < rule.examples.size(); ++number)
      results.push_back(examples.Run(number));
  }
  loaded->SetCorpus(nullptr);
  return results;
}

}  // namespace tellwire::batch
