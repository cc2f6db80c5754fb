#include "rule/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/file.h"
#include "base/table.h"
#include "rule/codes.h"

namespace tellwire::rule {
namespace {

// Calls `visit` with every condition of a tree.
void Visit(const Condition& condition, const std::function<void(const Condition&)>& visit) {
  visit(condition);
  for (const ConditionPtr& child : condition.children) Visit(*child, visit);
}

void VisitAll(const Rule& rule, const std::function<void(const Condition&)>& visit) {
  if (rule.when) Visit(*rule.when, visit);
  for (const auto* clauses : {&rule.unless, &rule.against, &rule.excepted}) {
    for (const ConditionPtr& clause : *clauses) Visit(*clause, visit);
  }
}

void AddLists(const std::vector<FieldTest>& fields, std::set<std::string>* used) {
  for (const FieldTest& test : fields) {
    if (test.field == "list") used->insert(test.words.begin(), test.words.end());
  }
}

// The lines of files, read once each.
class Sources {
 public:
  // The text of a line, from 1; "" where there is none.
  std::string Line(const std::string& file, int line) {
    const std::vector<std::string>& lines = Lines(file);
    return line >= 1 && static_cast<size_t>(line) <= lines.size()
               ? lines[static_cast<size_t>(line) - 1]
               : "";
  }

  const std::vector<std::string>& Lines(const std::string& file) {
    const auto [found, is_new] = lines_.try_emplace(file);
    if (!is_new) return found->second;
    const auto text = ReadFile(file);
    if (!text) return found->second;
    size_t begin = 0;
    while (begin <= text->size()) {
      const size_t end = std::min(text->find('\n', begin), text->size());
      found->second.push_back(text->substr(begin, end - begin));
      begin = end + 1;
    }
    return found->second;
  }

 private:
  std::map<std::string, std::vector<std::string>> lines_;
};

class Checker {
 public:
  explicit Checker(CheckInput input) : input_(std::move(input)), problems_(input_.loaded) {}

  std::vector<Diagnostic> Run() {
    for (size_t i = 0; i < input_.rules.rules.size(); ++i) CheckRule(input_.rules.rules[i], i);
    if (input_.whole) CheckLists();
    for (Diagnostic& problem : problems_) {
      if (problem.line.empty())
        problem.line = sources_.Line(problem.where.file, problem.where.line);
    }
    Silence();
    std::stable_sort(problems_.begin(), problems_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.where.file, a.where.line, a.where.column) <
             std::tie(b.where.file, b.where.line, b.where.column);
    });
    return std::move(problems_);
  }

 private:
  void Add(std::string_view code, const Where& where, std::string message, std::string help = "") {
    problems_.push_back(Diagnose(code, where, std::move(message), std::move(help)));
    problems_.back().rule = at_hand_ ? at_hand_->id : "";
  }

  void CheckRule(const Rule& rule, size_t index) {
    at_hand_ = &rule;
    CheckExamples(rule);
    CheckCertainty(rule);
    CheckAnchor(rule, index);
    CheckOwners(rule);
    VisitAll(rule, [&](const Condition& condition) { CheckLeaf(condition); });
    if (rule.false_alerts.empty() && rule.status != Status::kDraft &&
        rule.status != Status::kRetired)
      Add(code::kNoFalseAlerts, rule.where, fmt::format("{} states no `false_alerts`", rule.id),
          "write what it still gets wrong, or { \"none known\" }");
    at_hand_ = nullptr;
  }

  void CheckExamples(const Rule& rule) {
    if (rule.status == Status::kDraft || rule.status == Status::kRetired) return;
    const auto has = [&](Example::Wanted wanted) {
      return std::any_of(rule.examples.begin(), rule.examples.end(),
                         [&](const Example& example) { return example.wanted == wanted; });
    };
    const bool fires = has(Example::Wanted::kFires), silent = has(Example::Wanted::kSilent);
    if (fires && silent) return;
    Add(code::kNoExamples, rule.where,
        fmt::format("{} has no example that {}", rule.id,
                    fires    ? "stays silent"
                    : silent ? "fires"
                             : "fires, and none that stays silent"),
        "examples = { fires = { \"..\" }, silent = { { \"..\", because = \"..\" } } }, or a "
        ".cases.lua beside the rule");
  }

  void CheckCertainty(const Rule& rule) {
    if (!rule.when) return;
    const Judgement when = Judge(*rule.when);
    if (when.certainty == Certainty::kNever)
      Add(code::kImpossible, when.part->where, "this can never be true: " + when.reason,
          "the rule would never fire");
    if (when.certainty == Certainty::kAlways)
      Add(code::kAlwaysTrue, when.part->where, "this is always true: " + when.reason,
          "the rule would fire on every article");
    for (const ConditionPtr& clause : rule.unless) {
      const Judgement unless = Judge(*clause);
      if (unless.certainty == Certainty::kAlways)
        Add(code::kImpossible, unless.part->where,
            "an `unless` that is always true: " + unless.reason, "the rule would never fire");
      if (unless.certainty == Certainty::kNever)
        Add(code::kImpossible, unless.part->where, "this can never be true: " + unless.reason,
            "the `unless` would never veto");
    }
  }

  void CheckAnchor(const Rule& rule, size_t index) {
    if (!rule.when || Judge(*rule.when).certainty == Certainty::kNever) return;
    const bool known = index < input_.anchors.size();
    const bool anchored = known ? input_.anchors[index].anchored : CanBeAnchored(*rule.when);
    if (!anchored) {
      Add(code::kUnanchored, rule.where,
          fmt::format("nothing must be there for {} to be true", rule.id),
          input_.articles > 0
              ? fmt::format("each of your {} articles is tried with it; add a phrase, a fact or a "
                            "list that must be there",
                            input_.articles)
              : "every article is tried with it; add a phrase, a fact or a list that must be "
                "there");
      return;
    }
    if (!known || input_.articles == 0 || input_.anchors[index].share < kCommonShare) return;
    const AnchorCost& anchor = input_.anchors[index];
    Add(code::kCommonAnchor, rule.where,
        fmt::format("what wakes {} stands in {:.0f}% of your articles: {}", rule.id,
                    anchor.share * 100, fmt::join(anchor.leaves, ", ")),
        "ask for something rarer beside it");
  }

  // Facts under subject "article" may be of two companies.
  void CheckOwners(const Rule& rule) {
    if (rule.subject.per_company || !rule.when) return;
    const Condition* ownerless = nullptr;
    int facts = 0;
    Visit(*rule.when, [&](const Condition& condition) {
      if (condition.op != Op::kFact && condition.op != Op::kPromise) return;
      if (IsOfMarkets(condition)) return;
      ++facts;
      const bool owned = std::any_of(
          condition.fields.begin(), condition.fields.end(),
          [](const FieldTest& test) { return test.field == "company" || test.field == "ticker"; });
      if (!owned && !ownerless) ownerless = &condition;
    });
    if (!ownerless) return;
    Add(code::kNobodysFacts, ownerless->where, "this fact may be anybody's",
        facts > 1 ? "subject = \"company\" asks that all facts are of one company"
                  : "write subject = \"company\", or company = \"..\" in the fact");
  }

  // Whether a fact is of markets and economies, which no company owns: the price of a commodity.
  bool IsOfMarkets(const Condition& fact) const {
    constexpr std::string_view kMarkets = "Macroeconomics";
    const auto metric =
        std::ranges::find(fact.fields, std::string_view("metric"), &FieldTest::field);
    if (metric == fact.fields.end() || metric->no || metric->words.empty()) return false;
    return std::ranges::all_of(metric->words, [&](const std::string& family) {
      bool found = false;
      for (const auto& [id, entry] : input_.vocabulary.metrics) {
        if (!model::IsUnder(id, family) && !model::MatchesGlob(id, family)) continue;
        if (entry.event != kMarkets) return false;
        found = true;
      }
      return found;
    });
  }

  void CheckLeaf(const Condition& leaf) {
    if (leaf.op == Op::kRegex && leaf.regex && leaf.regex->RequiredLiterals().empty())
      Add(code::kNoLiteral, leaf.where, "the pattern has no literal part: every text is searched",
          "put a word into it that must be there, or join it to a phrase by `&`");
    if (leaf.op == Op::kFired) {
      const auto& rules = input_.rules.rules;
      for (const std::string& glob : leaf.words) {
        const bool found = std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
          return model::MatchesGlob(rule.id, glob);
        });
        if (!found)
          Add(code::kUnknownRule, leaf.where, fmt::format("no rule is called {}", glob),
              Like(glob));
      }
    }
  }

  std::string Like(const std::string& id) const {
    std::vector<std::string> ids;
    for (const Rule& rule : input_.rules.rules) ids.push_back(rule.id);
    const std::string nearest = model::Nearest(id, ids);
    return nearest.empty() ? "" : fmt::format("did you mean {}?", nearest);
  }

  void CheckCompanies(const model::WordList& list) {
    for (const model::ListEntry& entry : list.entries) {
      if (input_.vocabulary.FindIssuer(entry.phrase) != nullptr) continue;
      Add(code::kUnknownCompany, {list.file, entry.line, 1},
          fmt::format("no lexicon has the company \"{}\"", entry.phrase),
          "write its ticker or its name as in the lexicon, or add it to aliases.tsv");
    }
  }

  void CheckLists() {
    std::set<std::string> of_phrases, of_companies;
    for (const Rule& rule : input_.rules.rules) {
      AddLists(rule.subject.filter, &of_companies);
      VisitAll(rule, [&](const Condition& condition) {
        if (condition.op == Op::kList)
          of_phrases.insert(condition.words.begin(), condition.words.end());
        AddLists(condition.fields, &of_companies);
      });
    }
    for (const auto& [name, list] : input_.vocabulary.lists) {
      if (of_companies.contains(name)) CheckCompanies(list);
      if (of_companies.contains(name) || of_phrases.contains(name)) continue;
      Add(code::kUnusedList, {list.file, 1, 0}, fmt::format("no rule uses the list \"{}\"", name),
          fmt::format("write list \"{}\" in a rule, or take the file out", name));
    }
  }

  // The codes that a line's comment allows.
  static std::vector<std::string> AllowedBy(const std::string& line) {
    constexpr std::string_view kMark = "-- check: allow ";
    const size_t at = line.find(kMark);
    if (at == std::string::npos) return {};
    std::string codes = line.substr(at + kMark.size());
    std::replace(codes.begin(), codes.end(), ',', ' ');
    std::vector<std::string> allowed;
    for (std::string& word : SplitList(codes, ' ')) {
      const bool is_code =
          word.size() == 4 && word[0] == 'R' && std::all_of(word.begin() + 1, word.end(), IsDigit);
      if (!is_code) break;
      allowed.push_back(std::move(word));
    }
    return allowed;
  }

  // Takes out the warnings that a comment on their line, or on the line above, allows; then reports
  // the comments that allowed nothing.
  void Silence() {
    std::set<std::string> files;
    for (const Rule& rule : input_.rules.rules) files.insert(rule.where.file);
    for (const Diagnostic& problem : problems_) files.insert(problem.where.file);
    std::vector<Diagnostic> useless;
    for (const std::string& file : files) {
      const std::vector<std::string>& lines = sources_.Lines(file);
      for (size_t i = 0; i < lines.size(); ++i) {
        for (const std::string& allowed : AllowedBy(lines[i])) {
          const int line = static_cast<int>(i) + 1;
          const size_t taken = std::erase_if(problems_, [&](const Diagnostic& problem) {
            return problem.level == Level::kWarning && problem.code == allowed &&
                   problem.where.file == file &&
                   (problem.where.line == line || problem.where.line == line + 1);
          });
          // What is common depends on the corpus: an allowance may be of use on another.
          if (taken > 0 || allowed == code::kCommonAnchor) continue;
          useless.push_back(Diagnose(
              code::kUselessAllow, {file, line, static_cast<int>(lines[i].find("-- check:")) + 1},
              fmt::format("nothing here is reported as {}", allowed),
              "only warnings can be allowed, on their line or the line below the comment"));
          useless.back().line = lines[i];
        }
      }
    }
    problems_.insert(problems_.end(), useless.begin(), useless.end());
  }

  CheckInput input_;
  std::vector<Diagnostic> problems_;
  Sources sources_;
  const Rule* at_hand_ = nullptr;
};

}  // namespace

std::vector<Diagnostic> Check(CheckInput input) { return Checker(std::move(input)).Run(); }

}  // namespace tellwire::rule
