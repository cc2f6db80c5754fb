// The shipped layout tables, and what a document looks like to a reader.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "text/document.h"

namespace tellwire::text {

inline const LayoutTables& ShippedTables() {
  static const LayoutTables tables = [] {
    const std::string folder = std::string(TELLWIRE_SOURCE_DIR) + "/rules/lexicon/";
    auto furniture = ReadTable(folder + "furniture.tsv");
    auto abbreviations = ReadTable(folder + "abbreviations.tsv");
    auto labels = ReadTable(folder + "labels.tsv");
    REQUIRE(labels);
    REQUIRE(furniture);
    REQUIRE(abbreviations);
    std::vector<Error> problems;
    LayoutTables read = ReadLayoutTables(*furniture, *abbreviations, *labels, &problems);
    CHECK(problems.empty());
    CHECK(furniture->problems.empty());
    CHECK(abbreviations->problems.empty());
    return read;
  }();
  return tables;
}

inline model::Document ReadBody(std::string_view text, bool has_title = true) {
  return ReadDocument(text, TextKind::kBody, ShippedTables(), has_title);
}

inline std::vector<std::string> Sentences(std::string_view text) {
  std::vector<std::string> sentences;
  for (const auto& sentence : ReadBody(text).sentences) {
    sentences.emplace_back(sentence.span.Of(text));
  }
  return sentences;
}

// One line a block: its kind's letter (Prose, Heading, List, Furniture, proVider) and its text.
inline std::vector<std::string> Blocks(std::string_view text, bool has_title = true) {
  std::vector<std::string> blocks;
  for (const auto& block : ReadBody(text, has_title).blocks) {
    blocks.push_back(std::string(1, "PHLFV"[static_cast<int>(block.kind)]) + ": " +
                     std::string(block.span.Of(text)));
  }
  return blocks;
}

inline std::string Joined(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) joined += part + " | ";
  return joined;
}

}  // namespace tellwire::text
