// The readings of every leaf that is not read from words: facts, promises, companies, events,
// quantities, themes, what the article says of itself, and the world behind it.
#pragma once

#include "match/fact_fields.h"
#include "match/places.h"
#include "match/reading.h"
#include "model/vocabulary.h"
#include "rule/condition.h"

namespace tellwire::match {

// What one leaf is read against. REQUIRES: all outlive it.
struct LeafContext {
  const Subject& subject;
  const model::Vocabulary& vocabulary;
  const Places& places;
};

// All readings of a leaf in the whole article for a company (an index into Analysis::companies; -1:
// for the article), in text order. What holds of the article as a whole has one reading without
// words. Nothing from furniture.
// REQUIRES: IsLeaf(leaf.op) and not kPhrase, kList, kRegex or kCompare.
Readings ReadLeaf(const rule::Condition& leaf, const LeafContext& context, int company);

// Whether a company passes the fields and words of a `company` leaf or of a rule's subject.
model::Truth TestCompany(const model::Company& company, const std::vector<std::string>& words,
                         const std::vector<rule::FieldTest>& fields, const LeafContext& context);

// The relation of `compare` between the fields of two readings: unknown where a number is lacking
// or the units differ, false where a word is.
model::Truth CompareFields(const Reading& a, std::string_view a_field, std::string_view relation,
                           const Reading& b, std::string_view b_field, const LeafContext& context);

}  // namespace tellwire::match
