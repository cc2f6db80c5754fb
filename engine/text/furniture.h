// Recognises share bars, sign-up lines and boilerplate by the furniture table (internal to
// ReadDocument).
#pragma once

#include "text/document.h"

namespace tellwire::text {

enum class FurnitureForm {
  kNone,
  kHere,      // these words are furniture
  kUntilEnd,  // and so is everything behind them
};

// Judges a block, or a sentence of one, by its words. Only short stretches can be furniture, so a
// long one costs nothing.
FurnitureForm FurnitureFormOf(const model::Document& document, const model::TokenRange& words,
                              const LayoutTables& tables);

// The same for a sentence inside a paragraph: only what starts or is whole counts there.
bool IsFurnitureSentence(const model::Document& document, const model::TokenRange& words,
                         const LayoutTables& tables);

}  // namespace tellwire::text
