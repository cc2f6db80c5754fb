#include "script/format.h"

#include <cstdio>

#include "script/state.h"

namespace tellwire::script {
namespace {

// "%-08.3f" up to and without its letter; leaves *at on the letter.
std::string ReadDirective(lua_State* L, std::string_view format, size_t* at) {
  const auto take = [&](std::string_view from, size_t most, std::string* out) {
    for (size_t n = 0; *at < format.size() && from.find(format[*at]) != std::string_view::npos;
         ++n) {
      if (n >= most) luaL_error(L, "format: flags, width or precision are too long");
      *out += format[(*at)++];
    }
  };
  std::string directive = "%";
  take("-+ #0", 5, &directive);
  take("0123456789", 2, &directive);
  if (*at < format.size() && format[*at] == '.') {
    directive += format[(*at)++];
    take("0123456789", 2, &directive);
  }
  if (*at >= format.size()) luaL_error(L, "format: the conversion at the end is not complete");
  return directive;
}

template <typename T>
void AppendPrinted(const std::string& directive, T value, std::string* out) {
  char buffer[512];  // %99.99f of 1e308 is under 430 bytes
  const int size = std::snprintf(buffer, sizeof buffer, directive.c_str(), value);
  if (size > 0) out->append(buffer, std::min(static_cast<size_t>(size), sizeof buffer - 1));
}

void AppendQuoted(std::string_view text, std::string* out) {
  *out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') *out += '\\';
    if (c == '\n') {
      *out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      AppendPrinted("\\%03d", static_cast<int>(static_cast<unsigned char>(c)), out);
    } else {
      *out += c;
    }
  }
  *out += '"';
}

// The argument as tostring shows it.
std::string_view PushText(lua_State* L, int argument) {
  lua_getfield(L, LUA_REGISTRYINDEX, "tellwire.tostring");
  lua_pushvalue(L, argument);
  lua_call(L, 1, 1);
  size_t size = 0;
  const char* text = lua_tolstring(L, -1, &size);
  return {text ? text : "", size};
}

void AppendText(lua_State* L, const std::string& directive, int argument, std::string* out) {
  const std::string_view text = PushText(L, argument);
  if (directive == "%") {
    out->append(text);
  } else {
    const std::string cut(text.substr(0, 400));
    luaL_argcheck(L, text.size() <= 400, argument, "text too long for a width; use %s");
    AppendPrinted(directive + "s", cut.c_str(), out);
  }
  lua_pop(L, 1);
}

void AppendArgument(lua_State* L, const std::string& directive, char letter, int argument,
                    std::string* out) {
  switch (letter) {
    case 'd':
    case 'i':
      return AppendPrinted(directive + "lld",
                           static_cast<long long>(luaL_checkinteger(L, argument)), out);
    case 'u':
    case 'x':
    case 'X':
    case 'o':
      return AppendPrinted(directive + "ll" + letter,
                           static_cast<unsigned long long>(luaL_checkinteger(L, argument)), out);
    case 'c':
      *out += static_cast<char>(luaL_checkinteger(L, argument));
      return;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return AppendPrinted(directive + letter, luaL_checknumber(L, argument), out);
    case 's':
      return AppendText(L, directive, argument, out);
    case 'q': {
      size_t size = 0;
      const char* text = luaL_checklstring(L, argument, &size);
      return AppendQuoted({text, size}, out);
    }
    default:
      luaL_error(L, "format: unknown conversion `%%%c`", letter);
  }
}

}  // namespace

std::string FormatText(lua_State* L) {
  size_t size = 0;
  const char* bytes = luaL_checklstring(L, 1, &size);
  const std::string_view format(bytes, size);
  std::string out;
  int argument = 1;
  for (size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '%') {
      out += format[at];
      continue;
    }
    if (++at < format.size() && format[at] == '%') {
      out += '%';
      continue;
    }
    const std::string directive = ReadDirective(L, format, &at);
    luaL_checkany(L, ++argument);
    AppendArgument(L, directive, format[at], argument, &out);
    if (out.size() > Budget::kMaxString)
      luaL_error(L, "format: a string would be longer than 1 MiB");
  }
  return out;
}

}  // namespace tellwire::script
