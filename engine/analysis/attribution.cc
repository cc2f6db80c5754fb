// Who says so. A verb of speech has its speaker before it ("Dell said", "the CFO of Kroger said"),
// or behind it when it is turned round ("said CEO Lip-Bu Tan of Intel"); `according to` has it
// behind. A person's name is what stands capitalised there, and is preferred to the role. Tested by
// tests/analysis/attribution_test.cc.
#include <algorithm>

#include "analysis/fact_slots.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kReach = 7;  // words between a verb and its speaker

bool IsCapital(std::string_view text, const model::Token& token) {
  const char c = text[token.span.begin];
  return c >= 'A' && c <= 'Z';
}

class Speakers {
 public:
  Speakers(const Reading& reading, const ScopeTable& table,
           const std::vector<model::Company>& companies)
      : r_(reading), table_(table), companies_(companies) {
    for (const TermHit& hit : HitsIn(r_.passage->Terms(TermKind::kSpeech), r_.tokens)) {
      if (!IsExpectation(hit.tokens)) verbs_.push_back(&hit);
    }
    for (const TermHit& hit : HitsIn(r_.passage->Terms(TermKind::kSpeaker), r_.tokens))
      roles_.push_back(&hit);
  }

  std::string Find() const {
    for (const TermHit* role : roles_) {
      if (table_.voices[role->term.row] == VoiceRole::kAnonymous)
        return std::string(r_.passage->Written(role->span));
    }
    for (const TermHit* verb : verbs_) {
      const bool by = table_.voices[verb->term.row] == VoiceRole::kBy;
      std::string speaker = by ? "" : Before(verb->tokens.begin);
      if (speaker.empty() && (by || Turned(*verb))) speaker = Behind(verb->tokens.end);
      if (!speaker.empty()) return speaker;
    }
    return "";
  }

 private:
  // "the consensus estimate" says nothing when it is what a surprise is measured by.
  bool IsExpectation(const model::TokenRange& tokens) const {
    return std::ranges::any_of(r_.surprises, [&](const SurpriseUse& surprise) {
      return surprise.expectation >= 0 &&
             Overlap(r_.expectations[static_cast<size_t>(surprise.expectation)], tokens);
    });
  }

  // ", said X": nothing but a quote or a comma stands before the verb.
  bool Turned(const TermHit& verb) const {
    if (verb.tokens.begin == r_.tokens.begin) return false;
    const uint32_t end = r_.passage->document->tokens[verb.tokens.begin - 1].span.end;
    const std::string_view gap = r_.passage->text.substr(end, verb.span.begin - end);
    return gap.find(',') != gap.npos || gap.find('"') != gap.npos ||
           gap.find("\xE2\x80\x9D") != gap.npos;
  }

  std::string NameOfIssuer(const IssuerHit& hit) const {
    const std::string written(r_.passage->Written(hit.span));
    if (!hit.reference) return written;
    // A pronoun stands for its company; "the company" is left as it is written.
    if (hit.tokens.end - hit.tokens.begin > 1) return written;
    return hit.company >= 0 ? companies_[static_cast<size_t>(hit.company)].name : written;
  }

  // A run of capitalised words that starts at a token and is no issuer: a person's name.
  std::string PersonAt(uint32_t at) const {
    const auto& tokens = r_.passage->document->tokens;
    uint32_t end = at;
    while (end < r_.tokens.end && end < at + 4 && IsCapital(r_.passage->text, tokens[end])) {
      if (end > at) {
        const uint32_t gap = tokens[end].span.begin - tokens[end - 1].span.end;
        if (gap > 2) break;
        const char c = r_.passage->text[tokens[end - 1].span.end];
        if (c == ',' || c == '.') {
          if (c == ',' || gap > 2) break;
        }
      }
      ++end;
    }
    if (end - at < 2) return "";
    return std::string(r_.passage->text.substr(tokens[at].span.begin,
                                               tokens[end - 1].span.end - tokens[at].span.begin));
  }

  std::string RoleWritten(const TermHit& role) const {
    std::string written(r_.passage->Written(role.span));
    for (std::string_view article : {"the ", "The ", "a ", "A "}) {
      if (written.starts_with(article) && role.tokens.end - role.tokens.begin > 1 &&
          written.find("ompany") == written.npos)
        return written.substr(article.size());
    }
    return written;
  }

  const IssuerHit* IssuerEnding(uint32_t at) const {
    const int hit = r_.IssuerUntil(at);
    return hit < 0 ? nullptr : &r_.passage->issuers[static_cast<size_t>(hit)];
  }

  // The speaker whose words end at a verb.
  std::string Before(uint32_t verb) const {
    const TermHit* role = nullptr;
    for (const TermHit* candidate : roles_) {
      if (candidate->tokens.end > verb || candidate->tokens.end + kReach < verb) continue;
      role = candidate;
    }
    const auto& tokens = r_.passage->document->tokens;
    for (uint32_t back = 2; back <= 3 && verb >= r_.tokens.begin + back; ++back) {
      const std::string person = PersonAt(verb - back);
      if (person.empty() || IssuerEnding(verb)) continue;
      if (tokens[verb - 1].span.end - tokens[verb - back].span.begin == person.size())
        return person;
    }
    if (const IssuerHit* hit = IssuerEnding(verb)) {
      if (role && role->tokens.end <= hit->tokens.begin &&
          hit->tokens.begin - role->tokens.end <= 2)
        return RoleWritten(*role);
      return NameOfIssuer(*hit);
    }
    if (role && role->tokens.end == verb) {
      // "Goldman Sachs analysts see": the house is the source.
      if (const IssuerHit* hit = IssuerEnding(role->tokens.begin)) return NameOfIssuer(*hit);
      return RoleWritten(*role);
    }
    return "";
  }

  // The speaker whose words begin behind a verb.
  std::string Behind(uint32_t at) const {
    for (uint32_t i = at; i < std::min(at + 4, r_.tokens.end); ++i) {
      for (const TermHit* role : roles_) {
        if (role->tokens.begin != i) continue;
        const std::string person = PersonAt(role->tokens.end);
        return person.empty() ? RoleWritten(*role) : person;
      }
      for (uint32_t hit = r_.first_issuer; hit < r_.last_issuer; ++hit) {
        if (r_.passage->issuers[hit].tokens.begin == i)
          return NameOfIssuer(r_.passage->issuers[hit]);
      }
      const std::string person = PersonAt(i);
      if (!person.empty()) return person;
    }
    return "";
  }

  const Reading& r_;
  const ScopeTable& table_;
  const std::vector<model::Company>& companies_;
  std::vector<const TermHit*> verbs_, roles_;
};

}  // namespace

std::string AttributionOf(const Reading& reading, const ScopeTable& table,
                          const std::vector<model::Company>& companies) {
  return Speakers(reading, table, companies).Find();
}

}  // namespace tellwire::analysis
