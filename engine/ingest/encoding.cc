#include "ingest/encoding.h"

#include <array>

#include "ingest/json_article.h"
#include "text/utf8.h"

namespace tellwire::ingest {
namespace {

// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool IsLatin1(std::string_view charset) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "iso-8859-1", "iso8859-1", "iso-8859-15", "latin1", "latin-1", "windows-1252", "cp1252"};
  std::string lower(charset);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string_view name : kNames) {
    if (lower == name) return true;
  }
  return false;
}

Decoded FromWindows1252(std::string_view bytes) {
  Decoded decoded;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    char32_t point = byte;
    if (byte >= 0x80 && byte < 0xA0) point = kWindows1252[byte - 0x80];
    if (point == 0 && byte != 0) {
      point = 0xFFFD;
      ++decoded.repaired;
    }
    text::AppendUtf8(point, &decoded.text);
  }
  return decoded;
}

Decoded FromUtf16(std::string_view bytes) {
  const bool big = bytes[0] == '\xFE';
  const auto unit = [&](size_t i) -> char32_t {
    const auto high = static_cast<unsigned char>(bytes[big ? i : i + 1]);
    const auto low = static_cast<unsigned char>(bytes[big ? i + 1 : i]);
    return static_cast<char32_t>(high << 8 | low);
  };
  Decoded decoded;
  for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t point = unit(i);
    if (point >= 0xD800 && point < 0xE000) {
      const char32_t next = i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (point < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
        point = 0x10000 + ((point - 0xD800) << 10) + (next - 0xDC00);
        i += 2;
      } else {
        point = 0xFFFD;
        ++decoded.repaired;
      }
    }
    text::AppendUtf8(point, &decoded.text);
  }
  return decoded;
}

}  // namespace

bool IsUtf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

Decoded DecodeBytes(std::string_view bytes, std::string_view charset) {
  Decoded decoded;
  if (IsUtf16(bytes)) {
    decoded = FromUtf16(bytes);
  } else if (IsLatin1(charset)) {
    decoded = FromWindows1252(bytes);
  } else {
    text::Repaired repaired = text::RepairUtf8(bytes);
    decoded = {std::move(repaired.text), repaired.replaced};
  }
  decoded.repaired += ReplaceNul(&decoded.text);
  return decoded;
}

}  // namespace tellwire::ingest
