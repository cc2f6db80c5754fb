// Many literal strings looked for at once: one Aho-Corasick automaton over bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tellwire::match {

// Add all, Build once, then Find from any thread. Upper and lower case of ASCII are the same.
class Literals {
 public:
  // REQUIRES: literal is not empty; not yet built
  void Add(std::string_view literal, uint32_t value);
  void Build();
  bool empty() const { return literals_.empty(); }

  // Calls found(value) at every end of a literal in the text. One step a byte.
  template <typename Found>
  void Find(std::string_view text, Found found) const {
    uint32_t state = 0;
    for (const char c : text) {
      state = next_[state * classes_ + class_of_[static_cast<unsigned char>(c)]];
      for (uint32_t at = first_output_[state]; at != kNone; at = outputs_[at].next)
        found(outputs_[at].value);
    }
  }

 private:
  static constexpr uint32_t kNone = ~uint32_t{0};
  struct Output {
    uint32_t value, next;
  };

  void GatherClasses();
  void BuildTrie();
  void ResolveLinks();

  std::vector<std::pair<std::string, uint32_t>> literals_;
  std::array<uint8_t, 256> class_of_{};  // class 0: bytes that no literal has
  uint32_t classes_ = 1;
  std::vector<uint32_t> next_;          // a row of classes_ a state
  std::vector<uint32_t> first_output_;  // of a state: a chain through outputs_
  std::vector<Output> outputs_;
};

}  // namespace tellwire::match
