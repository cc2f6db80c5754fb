#include "alert/passage.h"

#include <algorithm>

#include "base/table.h"

namespace tellwire::alert {
namespace {

constexpr size_t kLongest = 400;  // bytes of a sentence that are shown around its hits

std::vector<Span> Merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> merged;
  for (const Span& span : spans) {
    if (!merged.empty() && span.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

Span HitIn(const model::Quotation& quote) {
  const Span& hit = quote.place.span;
  const Span& sentence = quote.sentence_place.span;
  if (hit.empty() || !sentence.Contains(hit)) return {};
  return {hit.begin - sentence.begin, hit.end - sentence.begin};
}

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool ContinuesCharacter(const std::string& text, size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// Cuts a passage that is too long down to what lies around its first hit.
Passage Cut(const Passage& passage) {
  if (passage.text.size() <= kLongest) return passage;
  size_t begin = passage.hits.front().begin;
  begin = begin > kLongest / 3 ? begin - kLongest / 3 : 0;
  size_t end = std::min(passage.text.size(), begin + kLongest);
  while (begin > 0 && ContinuesCharacter(passage.text, begin)) --begin;
  while (ContinuesCharacter(passage.text, end)) ++end;
  const std::string before = begin > 0 ? "… " : "";
  Passage cut{before + passage.text.substr(begin, end - begin), {}};
  if (end < passage.text.size()) cut.text += " …";
  for (const Span& hit : passage.hits) {
    if (hit.begin >= end) break;
    const auto shift = [&](size_t at) {
      return static_cast<uint32_t>(std::min(at, end) - begin + before.size());
    };
    cut.hits.push_back({shift(hit.begin), shift(hit.end)});
  }
  return cut;
}

}  // namespace

std::vector<Passage> PassagesOf(const std::vector<model::Quotation>& evidence) {
  std::vector<Passage> passages;
  std::vector<model::Place> places;
  for (const model::Quotation& quote : evidence) {
    const Span hit = HitIn(quote);
    if (hit.empty()) {
      if (!quote.text.empty()) {
        places.push_back(quote.place);
        passages.push_back({quote.text, {{0, static_cast<uint32_t>(quote.text.size())}}});
      }
      continue;
    }
    const auto same = std::find(places.begin(), places.end(), quote.sentence_place);
    if (same == places.end()) {
      places.push_back(quote.sentence_place);
      passages.push_back({quote.sentence, {hit}});
    } else {
      passages[static_cast<size_t>(same - places.begin())].hits.push_back(hit);
    }
  }
  for (Passage& passage : passages) passage.hits = Merged(std::move(passage.hits));
  return passages;
}

std::string Marked(const Passage& whole, const Marks& marks) {
  const Passage passage = Cut(whole);
  const std::string_view text = passage.text;
  std::string out;
  size_t at = 0;
  // Escaped piece by piece: the spaces at the borders must survive, which a whole line would trim.
  const auto piece = [&](size_t begin, size_t end) {
    const std::string_view part = text.substr(begin, end - begin);
    const bool before = !part.empty() && IsBlank(part.front());
    const bool after = part.size() > 1 && IsBlank(part.back());
    const std::string safe = marks.escape(part);
    const std::string_view trimmed = Trim(safe);
    return (before ? " " : "") + std::string(trimmed) + (after ? " " : "");
  };
  for (const Span& hit : passage.hits) {
    out += piece(at, hit.begin) + marks.open + piece(hit.begin, hit.end) + marks.close;
    at = hit.end;
  }
  return out + piece(at, text.size());
}

}  // namespace tellwire::alert
