// Writes JSON: compact or indented, keys in the order given, numbers the same on every machine
// (the shortest form that reads back equal; NaN and infinities become null), invalid UTF-8
// replaced.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace tellwire {

// Use: JsonWriter json; json.BeginObject().Key("a").Value(1).EndObject(); json.Take();
// REQUIRES: calls nest properly; inside an object every value has its Key.
class JsonWriter {
 public:
  explicit JsonWriter(int indent = 0) : indent_(indent) {}  // 0: all on one line

  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);

  JsonWriter& Value(std::string_view text);
  JsonWriter& Value(const char* text) { return Value(std::string_view(text)); }
  JsonWriter& Value(bool value);
  JsonWriter& Value(double value);
  template <std::integral T>
  requires(!std::same_as<T, bool>) JsonWriter& Value(T value) { return Raw(std::to_string(value)); }
  JsonWriter& Value(const Span& span);  // [begin,end]
  JsonWriter& Null() { return Raw("null"); }
  JsonWriter& Raw(std::string_view json);  // REQUIRES: one valid JSON value

  // Value, or null when empty.
  JsonWriter& ValueOrNull(std::string_view text);

  template <typename T>
  JsonWriter& Field(std::string_view key, const T& value) {
    return Key(key).Value(value);
  }

  std::string Take() { return std::move(out_); }

 private:
  void BeforeValue();
  void NewLine();
  JsonWriter& Open(char bracket);
  JsonWriter& Close(char bracket);

  std::string out_;
  std::vector<bool> has_members_;  // one a level that is open
  bool after_key_ = false;
  int indent_;
};

// The shortest decimal form that reads back as the same double: 2.5e9 is "2500000000".
std::string FormatNumber(double value);

// JSON string literal with quotes.
std::string Quote(std::string_view text);

}  // namespace tellwire
