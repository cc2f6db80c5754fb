#include "analysis/surface.h"

#include <string>

#include "base/hash.h"
#include "model/document.h"
#include "text/document.h"
#include "text/inflect.h"

namespace tellwire::analysis {
namespace {

constexpr size_t kMostForms = 20000;  // of one surface

std::vector<WordRow> Product(const std::vector<WordRow>& heads, const std::vector<WordRow>& tails) {
  std::vector<WordRow> out;
  if (heads.size() * tails.size() > kMostForms) return out;
  for (const WordRow& head : heads) {
    for (const WordRow& tail : tails) {
      WordRow& form = out.emplace_back(head);
      form.insert(form.end(), tail.begin(), tail.end());
    }
  }
  return out;
}

// All forms of plain words in a row; a word with `~` behind it stands for its inflections.
std::vector<WordRow> WordForms(std::string_view words) {
  model::Document document;
  text::Tokenise(words, &document);
  std::vector<WordRow> forms(1);
  for (const model::Token& token : document.tokens) {
    std::vector<WordRow> choices;
    if (token.span.end < words.size() && words[token.span.end] == '~') {
      for (const std::string& form : text::Inflections(document.WordOf(token)))
        choices.push_back({Hash64(form)});
    } else {
      choices.push_back({token.word});
    }
    forms = Product(forms, choices);
  }
  return forms;
}

}  // namespace

std::vector<WordRow> FormsOf(std::string_view surface) {
  std::vector<WordRow> forms(1);
  while (!surface.empty() && !forms.empty()) {
    const size_t open = surface.find('{');
    forms = Product(forms, WordForms(surface.substr(0, open)));
    if (open == std::string_view::npos) break;
    const size_t close = surface.find('}', open);
    if (close == std::string_view::npos) return {};
    std::vector<WordRow> choices;
    std::string_view inside = surface.substr(open + 1, close - open - 1);
    if (inside.find('{') != std::string_view::npos) return {};
    while (true) {
      const size_t bar = inside.find('|');
      for (WordRow& form : WordForms(inside.substr(0, bar))) choices.push_back(std::move(form));
      if (bar == std::string_view::npos) break;
      inside.remove_prefix(bar + 1);
    }
    surface.remove_prefix(close + 1);
    if (surface.starts_with('?')) {
      choices.emplace_back();
      surface.remove_prefix(1);
    }
    forms = Product(forms, choices);
  }
  return forms;
}

}  // namespace tellwire::analysis
