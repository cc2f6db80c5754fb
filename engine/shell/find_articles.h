// Articles of the store by what a person calls them.
#pragma once

#include <string>
#include <vector>

#include "store/articles.h"

namespace tellwire::shell {

// By id, url, path (as it was given, or any other way to the same file) or arrival number. Where
// there is none, says so on standard error.
std::vector<store::Revision> FindArticles(const std::string& called, store::Store& store);

}  // namespace tellwire::shell
