#include "text/utf8.h"

#include "model/document.h"
#include "text/document.h"

namespace tellwire::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The length of the valid sequence that begins at `at`; 0 when it is none. `bad` is then how many
// bytes belong together as one invalid sequence: its valid beginning, at least one byte.
size_t SequenceLength(std::string_view s, size_t at, size_t* bad) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char lead = byte(at);
  *bad = 1;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (size_t i = 1; i < size; ++i) {
    if (at + i >= s.size()) return 0;
    const unsigned char next = byte(at + i);
    const bool in_range = i == 1 ? next >= low && next <= high : (next & 0xC0) == 0x80;
    if (!in_range) return 0;
    *bad = i + 1;
  }
  return size;
}

}  // namespace

Repaired RepairUtf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Repaired repaired;
  repaired.text.reserve(bytes.size());
  size_t good = 0;  // where the stretch that is valid and not yet copied begins
  for (size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    size_t bad = 1;
    const size_t size = SequenceLength(bytes, at, &bad);
    if (size > 0) {
      at += size;
      continue;
    }
    repaired.text.append(bytes, good, at - good).append(kReplacement);
    ++repaired.replaced;
    at += bad;
    good = at;
  }
  repaired.text.append(bytes, good);
  return repaired;
}

char32_t NextCodePoint(std::string_view text, size_t* at) {
  const auto next = [&] {
    return static_cast<char32_t>(static_cast<unsigned char>(text[(*at)++]));
  };
  const char32_t lead = next();
  if (lead < 0x80) return lead;
  int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t point = lead & (0x3FU >> more);
  // The bound only matters where a caller breaks the precondition.
  while (more-- > 0 && *at < text.size()) point = (point << 6) | (next() & 0x3F);
  return point;
}

void AppendUtf8(char32_t p, std::string* out) {
  const auto put = [&](char32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (p < 0x80) return put(p);
  if (p < 0x800) {
    put(0xC0 | p >> 6);
  } else {
    if (p < 0x10000) {
      put(0xE0 | p >> 12);
    } else {
      put(0xF0 | p >> 18);
      put(0x80 | (p >> 12 & 0x3F));
    }
    put(0x80 | (p >> 6 & 0x3F));
  }
  put(0x80 | (p & 0x3F));
}

std::string FoldWords(std::string_view text) {
  model::Document words;
  Tokenise(text, &words);
  std::string folded;
  for (const model::Token& token : words.tokens) {
    if (!folded.empty()) folded += ' ';
    folded += words.WordOf(token);
  }
  return folded;
}

}  // namespace tellwire::text
