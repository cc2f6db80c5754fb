// Articles with their analysis made by hand: blocks and sentences as they are given, facts and
// companies where a test says, so that matching is tested apart from everything that reads texts.
#pragma once

#include <string>
#include <vector>

#include "model/analysis.h"
#include "model/article.h"
#include "text/document.h"

namespace tellwire::test {

struct MadeBlock {
  std::vector<std::string> sentences;
  model::BlockKind kind = model::BlockKind::kProse;
};

class MadeArticle {
 public:
  // Sentences are joined by a blank, blocks by an empty line. Furniture has no sentences.
  explicit MadeArticle(const std::vector<MadeBlock>& blocks, const std::string& title = "") {
    article.id = "made";
    article.title = title;
    if (!title.empty()) AddBlock({{title}}, &article.title, &analysis.title, true);
    for (const MadeBlock& block : blocks) AddBlock(block, &article.text, &analysis.text, false);
    Finish(article.title, &analysis.title);
    Finish(article.text, &analysis.text);
    for (const auto& sentence : analysis.title.sentences)
      AddSentence(model::Part::kTitle, sentence.span);
    for (const auto& sentence : analysis.text.sentences)
      AddSentence(model::Part::kText, sentence.span);
  }

  // The place of the n-th occurrence (from 0) of words in the text.
  model::Place At(const std::string& words, int n = 0) const {
    size_t at = article.text.find(words);
    while (n-- > 0 && at != std::string::npos) at = article.text.find(words, at + 1);
    return {model::Part::kText,
            {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())}};
  }

  // Adds a company that is named at these words; returns its index. Its sentences speak of it.
  int AddCompany(const std::string& name, const std::string& ticker, model::Role role) {
    model::Company company;
    company.name = name;
    company.ticker = ticker;
    company.kind = "company";
    company.role = role;
    const int index = static_cast<int>(analysis.companies.size());
    for (size_t at = article.text.find(name); at != std::string::npos;
         at = article.text.find(name, at + 1)) {
      const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())};
      company.spans.push_back(span);
      const int sentence = analysis.text.SentenceAt(span.begin);
      if (sentence >= 0)
        analysis.sentences[analysis.title.sentences.size() + static_cast<size_t>(sentence)]
            .companies.push_back(index);
    }
    analysis.companies.push_back(std::move(company));
    return index;
  }

  // Adds a fact that stands at these words; returns it to be filled.
  model::Fact& AddFact(const std::string& metric, int company, const std::string& words) {
    model::Fact fact;
    fact.metric = metric;
    fact.company = company;
    fact.spans.fact = At(words).span;
    fact.mentions = {fact.spans.fact};
    analysis.facts.push_back(std::move(fact));
    return analysis.facts.back();
  }

  void AddScope(model::ScopeKind kind, const std::string& cue, const std::string& extent) {
    analysis.scopes.push_back({kind, At(extent), At(cue).span});
  }

  model::Article article;
  model::Analysis analysis;

 private:
  static Span Append(const std::string& text, const char* gap, bool standing, std::string* to) {
    if (standing) return {0, static_cast<uint32_t>(to->size())};
    if (!to->empty()) *to += gap;
    const auto begin = static_cast<uint32_t>(to->size());
    *to += text;
    return {begin, static_cast<uint32_t>(to->size())};
  }

  static void AddBlock(const MadeBlock& made, std::string* text, model::Document* document,
                       bool standing) {
    model::Block block;
    block.kind = made.kind;
    block.first_sentence = static_cast<uint32_t>(document->sentences.size());
    const bool is_read =
        made.kind != model::BlockKind::kFurniture && made.kind != model::BlockKind::kProvider;
    for (size_t i = 0; i < made.sentences.size(); ++i) {
      const Span span = Append(made.sentences[i], i == 0 ? "\n\n" : " ", standing, text);
      block.span = i == 0 ? span : Cover(block.span, span);
      if (!is_read) continue;
      model::Sentence sentence;
      sentence.span = span;
      sentence.block = static_cast<uint32_t>(document->blocks.size());
      document->sentences.push_back(sentence);
    }
    block.last_sentence = static_cast<uint32_t>(document->sentences.size());
    document->blocks.push_back(block);
  }

  // Words, token ranges and sections.
  static void Finish(const std::string& text, model::Document* document) {
    text::Tokenise(text, document);
    for (auto& sentence : document->sentences) sentence.tokens = document->TokensIn(sentence.span);
    for (uint32_t b = 0; b < document->blocks.size(); ++b) {
      model::Block& block = document->blocks[b];
      block.tokens = document->TokensIn(block.span);
      if (document->sections.empty() || block.kind == model::BlockKind::kHeading) {
        model::Section section;
        if (block.kind == model::BlockKind::kHeading) section.heading = block.span;
        section.first_block = b;
        document->sections.push_back(section);
      }
      document->sections.back().last_block = b + 1;
      block.section = static_cast<uint32_t>(document->sections.size() - 1);
    }
  }

  void AddSentence(model::Part part, const Span& span) {
    model::SentenceAnalysis sentence;
    sentence.place = {part, span};
    analysis.sentences.push_back(std::move(sentence));
  }
};

}  // namespace tellwire::test
