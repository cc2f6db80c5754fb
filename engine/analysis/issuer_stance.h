// How a name or a reference stands among the words of its sentence: as what the sentence speaks of,
// or beside somebody else.
#pragma once

#include <cstdint>

#include "analysis/passage.h"

namespace tellwire::analysis {

struct IssuerTable;  // issuer_table.h

// Behind a preposition that makes it no subject: "sold to X", "a stake in telecoms company X".
bool StandsAsObject(const IssuerTable& table, const Passage& passage, const IssuerHit& hit);

// Behind one that names a party to what somebody else does: "sales to X", "a suit against X". What
// is for, by or at X may be X's.
bool StandsAside(const IssuerTable& table, const Passage& passage, const IssuerHit& hit);

// "the Nike shares", "Facebook IPO" as "Nike's shares"; of "GM, AIG shares" both are the owner.
bool StandsBeforeItsOwn(const IssuerTable& table, const Passage& passage, const IssuerHit& hit);

// Marks houses of finance as sources where they speak of the world, unless the article is about
// them: "Goldman expects growth to slow", "..., Barclays added." What is its own a house calls so:
// "Barclays expects its costs to fall".
void MarkWorldly(const IssuerTable& table, const model::Analysis& analysis, Passage* passage);

// Whether a country is what the sentence speaks of before a token: "Iran sells most of its| oil".
bool HasCountryBefore(const IssuerTable& table, const Passage& passage, uint32_t first,
                      uint32_t token);

// Whether every fourth sentence says "we" or "our": a call, a letter to shareholders.
bool SpeaksOfWe(const Passage& passage);

// "makes it| easier", "found it| hard": stands for nobody.
bool IsDummy(const Passage& passage, const IssuerHit& hit);

}  // namespace tellwire::analysis
