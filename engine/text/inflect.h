// English inflections: what `retire~` in a phrase stands for, and the stem that search adds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tellwire::text {

// All inflected forms of a verb, noun or adjective, itself first: retire -> retire retires retired
// retiring. Regular spelling rules and a short table of irregular words. REQUIRES: a folded word.
std::vector<std::string> Inflections(std::string_view word);

// The stem of a word by Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping",
// Program 14/3, 1980).
std::string Stem(std::string_view word);

}  // namespace tellwire::text
