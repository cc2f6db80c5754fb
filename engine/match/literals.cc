// The automaton of A. V. Aho and M. J. Corasick, "Efficient string matching", CACM 18/6, 1975, with
// its failure links resolved into a full table and its bytes gathered into the few classes that the
// literals use, so that a step is one look-up.
#include "match/literals.h"

#include <deque>

#include "base/ascii.h"

namespace tellwire::match {

void Literals::Add(std::string_view literal, uint32_t value) {
  literals_.emplace_back(Lowered(literal), value);
}

void Literals::Build() {
  GatherClasses();
  BuildTrie();
  ResolveLinks();
}

void Literals::GatherClasses() {
  for (const auto& [literal, value] : literals_) {
    for (const char c : literal) {
      uint8_t& of = class_of_[static_cast<unsigned char>(c)];
      if (of == 0) of = static_cast<uint8_t>(classes_++);
    }
  }
  for (int c = 'A'; c <= 'Z'; ++c)
    class_of_[static_cast<size_t>(c)] = class_of_[static_cast<size_t>(c - 'A' + 'a')];
}

// State 0 is the root, and 0 in a row means "no child" until the links are resolved.
void Literals::BuildTrie() {
  next_.assign(classes_, 0);
  first_output_.assign(1, kNone);
  for (const auto& [literal, value] : literals_) {
    uint32_t state = 0;
    for (const char c : literal) {
      const size_t at = state * classes_ + class_of_[static_cast<unsigned char>(c)];
      if (next_[at] == 0) {
        next_[at] = static_cast<uint32_t>(first_output_.size());
        next_.resize(next_.size() + classes_, 0);
        first_output_.push_back(kNone);
      }
      state = next_[at];
    }
    outputs_.push_back({value, first_output_[state]});
    first_output_[state] = static_cast<uint32_t>(outputs_.size() - 1);
  }
}

// Breadth first: a state's failure is known before its children's.
void Literals::ResolveLinks() {
  std::vector<uint32_t> failure(first_output_.size(), 0);
  std::deque<uint32_t> queue;
  for (uint32_t c = 0; c < classes_; ++c) {
    if (next_[c] != 0) queue.push_back(next_[c]);
  }
  while (!queue.empty()) {
    const uint32_t state = queue.front();
    queue.pop_front();
    // The outputs of the failure hang behind the state's own.
    uint32_t* tail = &first_output_[state];
    while (*tail != kNone) tail = &outputs_[*tail].next;
    *tail = first_output_[failure[state]];
    for (uint32_t c = 0; c < classes_; ++c) {
      uint32_t& child = next_[state * classes_ + c];
      const uint32_t fallback = next_[failure[state] * classes_ + c];
      if (child == 0) {
        child = fallback;
      } else {
        failure[child] = fallback;
        queue.push_back(child);
      }
    }
  }
}

}  // namespace tellwire::match
