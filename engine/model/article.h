// One document as it was given: what a reader of files produces and the store keeps.
//
// Room `model`: plain values that the rooms hand to each other, and the names of their
// enumerations. No behaviour beyond naming and looking up; no input or output.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace tellwire::model {

// The text is valid UTF-8 (invalid bytes were replaced before anyone counted an offset). Every
// offset in the system is a byte offset into `text`, or into `title` where it says so.
struct Article {
  std::string id;      // as its source calls it; empty when it has none
  std::string source;  // who published it; may be empty
  std::string url;     // canonical, may be empty
  std::string title;   // given apart; empty when none was
  std::string text;
  std::string author;
  std::string language;  // BCP 47, as given; empty when not
  std::optional<Timestamp> published;
  std::string published_written;      // as the source wrote it
  std::vector<std::string> entities;  // names to report on even where no company list knows them
  std::string extra = "{}";           // JSON object of the input keys that Tellwire does not know

  // Where it was read: the path as named on the command line + the path below it, with ":LINE"
  // behind it in JSON Lines; "-" for standard input. What an article without an id is called by.
  std::string origin;
  bool alone_in_file =
      false;  // one article a file: known by its path when it has neither id nor url

  // The id, else the origin: what people and output call the article.
  const std::string& CallName() const { return id.empty() ? origin : id; }
};

}  // namespace tellwire::model
