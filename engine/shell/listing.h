// A list of records, printed in any of the formats that every listing command offers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shell/settings.h"

namespace tellwire::shell {

// Nothing, a text, a number, a count, yes or no, or several texts.
using Cell =
    std::variant<std::monostate, std::string, double, int64_t, bool, std::vector<std::string>>;

// The columns' names are the JSON keys: they stay stable. Every row has a cell for each.
class Listing {
 public:
  explicit Listing(std::vector<std::string> columns) : columns_(std::move(columns)) {}

  void Add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  size_t size() const { return rows_.size(); }

  // kTable fits the terminal's width; the widest text columns give way. Hostile text is made
  // harmless in every format: no control characters, no markup in HTML and Markdown, no formula in
  // CSV.
  std::string Render(Format format, bool color = false) const;

 private:
  std::string RenderTable(bool color) const;
  std::string RenderMarkdown() const;
  std::string RenderHtml() const;
  std::string RenderCsv() const;
  std::string RenderJson(bool lines) const;

  std::vector<std::string> columns_;
  std::vector<std::vector<Cell>> rows_;
};

// "table" ... as the options of a verb name them.
std::optional<Format> ParseFormat(std::string_view name);

}  // namespace tellwire::shell
