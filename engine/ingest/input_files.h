// The files that paths name, in the order in which they are read (internal to the reader).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "ingest/reader.h"

namespace tellwire::ingest {

struct InputFile {
  std::string path;  // as named + the path below; "-" for standard input
  InputForm form = InputForm::kGuess;
  int64_t size = 0;  // on the disk; 0 when unknown
};

// By the name, `.gz` left out: kGuess for one that says nothing.
InputForm FormByName(const std::string& path);
// Whether its name says that it is a spreadsheet's table: `.csv`, `.tsv`.
bool IsTableName(const std::string& path);

struct InputList {
  std::deque<InputFile> files;
  std::vector<Error> errors;         // folders and files that cannot be looked into
  std::vector<std::string> skipped;  // files in folders that are in no known format
  int64_t bytes = 0;                 // of all; 0 when standard input is among them
};

// Folders are read to their depth, sorted by name; hidden files, links to folders and what is no
// file are left out there. A file that is named itself is taken whatever its name.
InputList ListInputs(const std::vector<std::string>& paths);

}  // namespace tellwire::ingest
