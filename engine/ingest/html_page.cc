// A page is decoded, judged, parsed into a tree in an arena, and read: first what it says of
// itself, then its text.
//
// The arena is freed as a whole. The parser's own way of freeing walks the tree by recursion, which
// a page of many levels would turn into a stack overflow.
#include <cstdlib>
#include <memory>
#include <vector>

#include "base/table.h"
#include "ingest/encoding.h"
#include "ingest/html_guard.h"
#include "ingest/html_metadata.h"
#include "ingest/html_text.h"
#include "ingest/text_article.h"

namespace tellwire::ingest {
namespace {

class Arena {
 public:
  void* Allocate(size_t size) {
    size = (size + 15) / 16 * 16;
    if (size > left_) {
      const size_t chunk = std::max(size, kChunk);
      chunks_.push_back(std::make_unique<char[]>(chunk));
      next_ = chunks_.back().get();
      left_ = chunk;
    }
    char* const at = next_;
    next_ += size;
    left_ -= size;
    return at;
  }

 private:
  static constexpr size_t kChunk = 256 * 1024;
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  size_t left_ = 0;
};

const GumboNode* ParseTree(const std::string& html, Arena* arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* a, size_t size) { return static_cast<Arena*>(a)->Allocate(size); };
  options.deallocator = [](void*, void*) {};
  options.userdata = arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

}  // namespace

ParsedArticle ReadHtmlArticle(std::string_view bytes, const Where& where) {
  ParsedArticle parsed;
  Decoded page = DecodeBytes(bytes, DeclaredCharset(bytes));
  parsed.repaired = page.repaired;
  if (!IsSafeToParse(page.text)) {
    parsed.article.text = StripTags(page.text);
    return parsed;
  }
  Arena arena;
  const GumboNode* root = ParseTree(page.text, &arena);
  ReadMetadata(root, &parsed.article);
  parsed.article.text = MainText(root, parsed.article.title);
  ReadPublished(where, &parsed);
  return parsed;
}

}  // namespace tellwire::ingest
