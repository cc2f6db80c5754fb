#include "text/pattern.h"

#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <numeric>

namespace tellwire::text {
namespace {

constexpr size_t kMaxExpression = 16 * 1024;
constexpr int64_t kMaxMemory = 8 << 20;
constexpr int kShortestLiteral = 2;  // shorter ones are in every article

RE2::Options MakeOptions(bool case_sensitive) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  options.set_case_sensitive(case_sensitive);
  return options;
}

// What to type instead, by what RE2 found wrong.
std::string AdviceFor(RE2::ErrorCode code, std::string_view expression) {
  switch (code) {
    case RE2::ErrorBadPerlOp:
      return "look-ahead, look-behind and backreferences are not supported";
    case RE2::ErrorBadEscape:
      return "write \\\\ for a backslash; \\1 (a backreference) is not supported";
    case RE2::ErrorMissingParen:
      return "close the bracket, or write \\( for a bracket in the text";
    case RE2::ErrorMissingBracket:
      return "close the class with ], or write \\[ for a bracket in the text";
    case RE2::ErrorRepeatArgument:
      return "write \\* \\+ \\? for the sign itself";
    case RE2::ErrorRepeatSize:
    case RE2::ErrorRepeatOp:
      return "repeat at most 1000 times, and not a repetition directly";
    case RE2::ErrorPatternTooLarge:
      return "make the repetitions smaller or split the pattern";
    default:
      return expression.empty() ? "" : "see the syntax of RE2";
  }
}

Error CompileError(const RE2& re, std::string_view expression) {
  const size_t at = re.error_arg().empty() ? 0 : expression.find(re.error_arg());
  const int column = at == std::string_view::npos ? 0 : static_cast<int>(at) + 1;
  return {ErrorKind::kRule, Where{"", 0, column},
          fmt::format("bad pattern \"{}\": {}", expression.substr(0, 200), re.error()),
          AdviceFor(re.error_code(), expression)};
}

// The longest run of ASCII in a literal: case and diacritics of other letters fold differently in
// different places, and a part of a required literal is required too.
std::string AsciiPart(const std::string& literal) {
  std::string_view best;
  for (size_t at = 0; at < literal.size();) {
    size_t end = at;
    while (end < literal.size() && static_cast<unsigned char>(literal[end]) < 0x80) ++end;
    if (end - at > best.size()) best = std::string_view(literal).substr(at, end - at);
    at = end + 1;
  }
  return std::string(best);
}

// Whether the pattern may still match a text that holds only the atoms that are not in `gone`.
bool MayMatchWithout(const re2::FilteredRE2& filter, const std::vector<bool>& gone) {
  std::vector<int> atoms, potentials;
  for (size_t i = 0; i < gone.size(); ++i) {
    if (!gone[i]) atoms.push_back(static_cast<int>(i));
  }
  filter.AllPotentials(atoms, &potentials);
  return !potentials.empty();
}

}  // namespace

struct Pattern::Compiled {
  Compiled(std::string_view written, bool case_sensitive)
      : expression(written), re(expression, MakeOptions(case_sensitive)) {}

  std::string expression;
  RE2 re;
};

Pattern::Pattern(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

Result<Pattern> Pattern::Compile(std::string_view expression, const Options& options) {
  if (expression.size() > kMaxExpression) {
    return Error{ErrorKind::kRule,
                 {},
                 fmt::format("pattern of {} bytes", expression.size()),
                 fmt::format("write at most {} bytes", kMaxExpression)};
  }
  auto compiled = std::make_shared<const Compiled>(expression, options.case_sensitive);
  if (!compiled->re.ok()) return CompileError(compiled->re, expression);
  return Pattern(std::move(compiled));
}

const std::string& Pattern::expression() const { return compiled_->expression; }

int Pattern::groups() const { return compiled_->re.NumberOfCapturingGroups(); }

std::optional<std::vector<Span>> Pattern::Find(std::string_view text, size_t from) const {
  if (from > text.size()) return std::nullopt;
  std::vector<re2::StringPiece> parts(static_cast<size_t>(groups()) + 1);
  const re2::StringPiece all(text.data(), text.size());
  if (!compiled_->re.Match(all, from, text.size(), RE2::UNANCHORED, parts.data(),
                           static_cast<int>(parts.size()))) {
    return std::nullopt;
  }
  std::vector<Span> spans(parts.size());
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].data()) continue;
    const auto begin = static_cast<uint32_t>(parts[i].data() - text.data());
    spans[i] = {begin, begin + static_cast<uint32_t>(parts[i].size())};
  }
  return spans;
}

// RE2's prefilter knows which literals a match must contain, as a tree of AND and OR that it does
// not show; but it answers whether a text with a given set of them may match. So literals are
// dropped from the set of all, shortest first, as long as a text without the rest cannot match.
std::vector<std::string> Pattern::RequiredLiterals() const {
  re2::FilteredRE2 filter(kShortestLiteral);
  int id = 0;
  if (filter.Add(compiled_->expression, compiled_->re.options(), &id) != RE2::NoError) return {};
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  std::vector<bool> chosen(atoms.size(), true);
  if (atoms.empty() || MayMatchWithout(filter, chosen)) return {};
  std::vector<size_t> by_size(atoms.size());
  std::iota(by_size.begin(), by_size.end(), size_t{0});
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](size_t a, size_t b) { return atoms[a].size() < atoms[b].size(); });
  for (const size_t i : by_size) {
    chosen[i] = false;
    if (MayMatchWithout(filter, chosen)) chosen[i] = true;
  }
  std::vector<std::string> literals;
  for (size_t i = 0; i < atoms.size(); ++i) {
    if (!chosen[i]) continue;
    literals.push_back(AsciiPart(atoms[i]));
    if (literals.back().size() < kShortestLiteral) return {};
  }
  return literals;
}

}  // namespace tellwire::text
