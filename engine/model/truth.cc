#include "model/truth.h"

namespace tellwire::model {

std::string_view ToString(Truth truth) {
  switch (truth) {
    case Truth::kFalse:
      return "false";
    case Truth::kUnknown:
      return "unknown";
    case Truth::kError:
      return "error";
    case Truth::kTrue:
      return "true";
  }
  return "";
}

}  // namespace tellwire::model
