#include "model/document.h"

#include <algorithm>
#include <cstddef>

namespace tellwire::model {
namespace {

// The index of the last member that begins at or before the offset, if it contains it.
template <typename Member>
int IndexAt(const std::vector<Member>& members, uint32_t offset) {
  auto after = std::upper_bound(members.begin(), members.end(), offset,
                                [](uint32_t at, const Member& m) { return at < m.span.begin; });
  if (after == members.begin()) return -1;
  --after;
  return after->span.Contains(offset) ? static_cast<int>(after - members.begin()) : -1;
}

}  // namespace

int Document::SentenceAt(uint32_t offset) const { return IndexAt(sentences, offset); }

int Document::BlockAt(uint32_t offset) const { return IndexAt(blocks, offset); }

TokenRange Document::TokensIn(const Span& span) const {
  const auto begins_before = [](const Token& t, uint32_t at) { return t.span.begin < at; };
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin, begins_before);
  // Most spans are short: their end is looked for word by word first.
  constexpr std::ptrdiff_t kNear = 16;
  const auto near = first + std::min(kNear, tokens.end() - first);
  auto last = first;
  while (last != near && last->span.begin < span.end) ++last;
  if (last == near) last = std::lower_bound(near, tokens.end(), span.end, begins_before);
  return {static_cast<uint32_t>(first - tokens.begin()),
          static_cast<uint32_t>(last - tokens.begin())};
}

}  // namespace tellwire::model
