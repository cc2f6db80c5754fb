#include <algorithm>

#include "text/utf8.h"

namespace tellwire::text {
namespace {

// The plain form of a character beyond ASCII that has one; itself otherwise.
char32_t PlainForm(char32_t p) {
  if (p >= 0xFF01 && p <= 0xFF5E) return p - 0xFF01 + '!';  // full-width ASCII
  if (p >= 0x2000 && p <= 0x200A) return ' ';
  if (p >= 0x2010 && p <= 0x2015) return '-';
  switch (p) {
    case 0x00A0:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return ' ';
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
      return '-';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x00D7:
      return 'x';
    case 0x017F:  // a long s and the Kelvin sign match (?i)s and (?i)k
      return 's';
    case 0x212A:
      return 'k';
    case 0x2044:
    case 0x2215:
      return '/';
    case 0x2024:
      return '.';
    case 0x066B:
      return '.';
    case 0xFE50:
      return ',';
    default:
      return p;
  }
}

}  // namespace

Shadow MakeShadow(std::string_view text) {
  Shadow shadow;
  shadow.text.resize(text.size());  // a plain form is never longer than the character
  shadow.offsets.resize(text.size() + 1);
  char* to = shadow.text.data();
  uint32_t* offset = shadow.offsets.data();
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    const auto begin = static_cast<uint32_t>(at);
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      *to++ = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
      *offset++ = begin;
      ++at;
      continue;
    }
    plain.clear();
    AppendUtf8(PlainForm(NextCodePoint(text, &at)), &plain);
    to = std::copy(plain.begin(), plain.end(), to);
    offset = std::fill_n(offset, plain.size(), begin);
  }
  *offset = static_cast<uint32_t>(text.size());
  const auto size = static_cast<size_t>(to - shadow.text.data());
  shadow.text.resize(size);
  shadow.offsets.resize(size + 1);
  return shadow;
}

}  // namespace tellwire::text
