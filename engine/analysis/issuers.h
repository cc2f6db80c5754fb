// Who is spoken of: companies named, referred to and carried over.
//
// Two stages. FindIssuers reads the names, before the sentences are split into clauses;
// BindSubjects binds references and gives every clause its subject, once they are. A name is
// resolved by the alias lists, by a ticker beside it, by its corporate suffix, or because the input
// asked for it; a word that is also plain English needs a witness.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/passage.h"
#include "model/analysis.h"

namespace tellwire::analysis {

struct IssuerTable;  // issuer_table.h

// Fills Passage::issuers (without references) and Analysis::companies: name, ticker, kind, sector,
// role, relevance and spans, most relevant first. Reads Passage::article for `entities`.
// REQUIRES: Passage::terms of both; quantities and periods are not needed.
void FindIssuers(const IssuerTable& table, Passage* title, Passage* text,
                 model::Analysis* analysis);

// Adds the references ("the company", "its") to Passage::issuers, each bound to whom it stands for;
// fills subject, company and segment of every clause; and companies and only_sources of the
// sentences in Analysis::sentences (which must be there, the title's before the text's).
// REQUIRES: Passage::clauses of both.
void BindSubjects(const IssuerTable& table, Passage* title, Passage* text,
                  model::Analysis* analysis);

// Whom the words at `near` speak of: the index into Passage::issuers, or -1.
//
// In this order: a possessor or a name that stands directly before them ("Nike's gross margin");
// the subject of their clause; "at/by/for/of X" behind them in the clause; the topic of the
// sentence. -1: nobody in the sentence; the clause's `company` then says who is carried over to it.
int SubjectOf(const IssuerTable& table, const Passage& passage, const SentenceClause& clause,
              const Span& near);

// "whether other banks have yet to recognise losses": whether the clause speaks of others than
// those whom we know, before a token.
bool IsOfOthers(const IssuerTable& table, const Passage& passage, const SentenceClause& clause,
                uint32_t token);

// Whether words say of what is measured at `metric` that it is an economy's, a market's or an
// industry's: "consumer prices", "U.S. factory output". A place alone says so only where the
// article is about no company: "U.S. sales" may be a company's own.
bool IsOfAnEconomy(const IssuerTable& table, const Passage& passage,
                   const model::TokenRange& metric, bool about_a_company);

// Whether what is measured in a sentence without a name may be said of the company that is carried
// over to it: it opens the sentence, or the words of somebody who speaks ("Net income was", "he
// said revenue"); if the article is about the company (`is_main`), its people may say it too ("we
// will double capacity"). Else the sentence has a subject of its own.
bool IsCarriedTo(const IssuerTable& table, const Passage& passage, const SentenceClause& clause,
                 const model::TokenRange& measured, bool is_main);

// Whether the tokens name the company as no more than a source: "Goldman analysts said".
bool IsOnlySource(const Passage& passage, const model::TokenRange& tokens, int company);

// Whether the tokens name the company or refer to it, other than as a source.
bool IsNamedIn(const Passage& passage, const model::TokenRange& tokens, int company);

// The company of the words at `near`: that of SubjectOf, else the clause's `company`; -1: nobody.
int CompanyOf(const IssuerTable& table, const Passage& passage, const SentenceClause& clause,
              const Span& near);

}  // namespace tellwire::analysis
