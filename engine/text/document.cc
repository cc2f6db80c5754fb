// A text becomes words, then lines, then blocks with a kind, then sections and sentences.
#include "text/document.h"

#include <utility>

#include "text/furniture.h"
#include "text/headings.h"
#include "text/lines.h"
#include "text/provider.h"
#include "text/sentences.h"

namespace tellwire::text {
namespace {

using model::BlockKind;
using model::Document;
using model::TokenRange;

// Furniture that reaches to the end needs an article before it: the same words stand in menus.
constexpr uint32_t kWordsOfAnArticle = 40;
// Words. The longest sentences of filings have some three hundred.
constexpr uint32_t kLongestSentence = 500;

class Reader {
 public:
  Reader(std::string_view text, const LayoutTables& tables, Document* document)
      : text_(text), tables_(tables), document_(*document) {}

  void ReadTitle() {
    if (document_.tokens.empty()) return;
    is_title_ = true;
    raw_.push_back({{0, static_cast<uint32_t>(text_.size())},
                    {0, static_cast<uint32_t>(document_.tokens.size())}});
    Emit(false);
  }

  void ReadBody(bool has_title) {
    ReadBlocks();
    FindHeadings(text_, &raw_);
    document_.lends_title = !has_title && LendsTitle(text_, raw_);
    if (document_.lends_title) raw_[0].kind = BlockKind::kHeading;
    Emit(document_.lends_title);
  }

 private:
  void ReadBlocks() {
    std::vector<Line> lines = ReadLines(text_, document_.tokens);
    FindBlockStarts(text_, &lines);
    for (const Line& line : lines) {
      if (line.begins_block) {
        raw_.push_back({line.span, line.tokens});
      } else {
        raw_.back().span.end = line.span.end;
        raw_.back().tokens.end = line.tokens.end;
        raw_.back().one_line = false;
      }
    }
    for (RawBlock& block : raw_) {
      block.kind = KindOf(block);
      block.label = value_due_;
      CutMarkdownSigns(&block);
    }
    // A label without a value below it is a heading, or just a word.
    for (size_t i = 0; i < raw_.size(); ++i) {
      const bool value = i + 1 < raw_.size() && raw_[i + 1].kind == BlockKind::kProvider;
      if (raw_[i].label && !value) raw_[i].kind = BlockKind::kProse;
    }
  }

  // The signs of a Markdown heading are no part of it. They are no words either.
  void CutMarkdownSigns(RawBlock* block) {
    const std::string_view words = block->span.Of(text_);
    const size_t signs = words.find_first_not_of('#');
    if (signs == 0 || signs > 6 || signs == std::string_view::npos || words[signs] != ' ') return;
    block->span.begin += static_cast<uint32_t>(words.find_first_not_of(' ', signs));
    block->marked = true;
  }

  BlockKind KindOf(const RawBlock& block) {
    const bool value_due = std::exchange(value_due_, false);
    if (to_the_end_) return BlockKind::kFurniture;
    const FurnitureForm form = FurnitureFormOf(document_, block.tokens, tables_);
    if (form != FurnitureForm::kNone) {
      to_the_end_ = form == FurnitureForm::kUntilEnd && prose_words_ >= kWordsOfAnArticle;
      return BlockKind::kFurniture;
    }
    const std::string_view words = block.span.Of(text_);
    if (block.one_line && IsProvider(words, value_due)) return BlockKind::kProvider;
    prose_words_ += block.tokens.end - block.tokens.begin;
    return ListMarkerSize(words) > 0 ? BlockKind::kList : BlockKind::kProse;
  }

  bool IsProvider(std::string_view line, bool value_due) {
    const LabelForm form = LabelFormOf(line, tables_.provider_labels);
    value_due_ = form == LabelForm::kLabel;
    return form != LabelForm::kNone || IsProviderLine(line) || (value_due && IsProviderValue(line));
  }

  void Emit(bool first_is_title) {
    document_.sections.push_back({});
    for (size_t i = 0; i < raw_.size(); ++i) {
      const RawBlock& block = raw_[i];
      if (block.kind == BlockKind::kHeading && !(first_is_title && i == 0)) {
        CloseSection();
        document_.sections.push_back({block.span, BlockCount(), BlockCount()});
      }
      if (block.kind == BlockKind::kFurniture || block.kind == BlockKind::kProvider) {
        AddBlock(block.span, block.tokens, block.kind);
      } else {
        EmitProse(block);
      }
    }
    CloseSection();
  }

  // Adds a block of sentences; where some of them are furniture, they become blocks of their own.
  void EmitProse(const RawBlock& block) {
    uint32_t token = block.tokens.begin;
    AddBlock({block.span.begin, block.span.begin}, {token, token}, block.kind);
    for (const Span& span : SplitSentences(text_, block.span, tables_)) {
      TokenRange words{token, token};
      while (token < block.tokens.end && document_.tokens[token].span.begin < span.end) ++token;
      words.end = token;
      const bool furniture = !is_title_ && IsFurnitureSentence(document_, words, tables_);
      const bool now_furniture = document_.blocks.back().kind == BlockKind::kFurniture;
      if (furniture != now_furniture)
        StartPart(span, words, furniture ? BlockKind::kFurniture : block.kind);
      document_.blocks.back().span.end = span.end;
      document_.blocks.back().tokens.end = token;
      if (!furniture && words.begin < words.end) AddSentences(span, words);
    }
    document_.blocks.back().span.end = block.span.end;
    document_.blocks.back().tokens.end = block.tokens.end;
  }

  // Opens the next part of a paragraph; what is still empty before it is dropped.
  void StartPart(const Span& span, const TokenRange& words, BlockKind kind) {
    if (document_.blocks.back().tokens.begin == document_.blocks.back().tokens.end) {
      document_.blocks.back().kind = kind;
      return;
    }
    AddBlock(span, words, kind);
  }

  void AddBlock(const Span& span, const TokenRange& tokens, BlockKind kind) {
    const auto sentences = static_cast<uint32_t>(document_.sentences.size());
    document_.blocks.push_back({span, tokens, kind,
                                static_cast<uint32_t>(document_.sections.size() - 1), sentences,
                                sentences});
  }

  // A sentence, in pieces where nobody would call it one: whatever works on a sentence as a whole
  // may then take time that grows faster than its length.
  void AddSentences(const Span& span, TokenRange words) {
    Span piece = span;
    while (words.end - words.begin > kLongestSentence) {
      const TokenRange head{words.begin, words.begin + kLongestSentence};
      piece.end = document_.tokens[head.end].span.begin;
      AddSentence(piece, head);
      piece = {piece.end, span.end};
      words.begin = head.end;
    }
    AddSentence(piece, words);
  }

  void AddSentence(const Span& span, const TokenRange& words) {
    document_.sentences.push_back({span, words, BlockCount() - 1});
    document_.blocks.back().last_sentence = static_cast<uint32_t>(document_.sentences.size());
  }

  void CloseSection() { document_.sections.back().last_block = BlockCount(); }
  uint32_t BlockCount() const { return static_cast<uint32_t>(document_.blocks.size()); }

  std::string_view text_;
  const LayoutTables& tables_;
  Document& document_;
  std::vector<RawBlock> raw_;
  uint32_t prose_words_ = 0;
  bool is_title_ = false;
  bool to_the_end_ = false;
  bool value_due_ = false;  // the line before was a label that stood alone
};

}  // namespace

Document ReadDocument(std::string_view text, TextKind kind, const LayoutTables& tables,
                      bool has_title) {
  Document document;
  Tokenise(text, &document);
  Reader reader(text, tables, &document);
  if (kind == TextKind::kTitle) {
    reader.ReadTitle();
  } else {
    reader.ReadBody(has_title);
  }
  return document;
}

}  // namespace tellwire::text
