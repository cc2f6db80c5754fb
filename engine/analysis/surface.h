// How the vocabulary is written (see term_trie.h): one surface stands for many rows of words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tellwire::analysis {

// Words in a row, by Hash64 of their folded forms.
using WordRow = std::vector<uint64_t>;

// All rows that a surface stands for; none when its braces do not fit or they are over 20,000.
std::vector<WordRow> FormsOf(std::string_view surface);

}  // namespace tellwire::analysis
