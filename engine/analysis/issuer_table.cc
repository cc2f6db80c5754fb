#include "analysis/issuer_table.h"

#include <algorithm>
#include <array>
#include <map>

#include "analysis/passage.h"
#include "base/ascii.h"
#include "base/hash.h"
#include "base/table.h"
#include "text/document.h"

namespace tellwire::analysis {
namespace {

using Claim = IssuerTable::Claim;
using WordCase = IssuerTable::WordCase;

std::vector<uint64_t> HashWords(std::string_view phrase) {
  model::Document document;
  text::Tokenise(phrase, &document);
  std::vector<uint64_t> words;
  for (const model::Token& token : document.tokens) words.push_back(token.word);
  return words;
}

// How the letters of one word of a name have to be written in a text.
WordCase CaseOf(std::string_view word) {
  const bool lower = std::any_of(word.begin(), word.end(), IsLower);
  const auto upper = std::count_if(word.begin(), word.end(), IsUpper);
  if (upper >= 2 && !lower) return WordCase::kUpper;
  if (word.empty() || IsLower(word.front())) return WordCase::kAny;
  return IsUpper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80
             ? WordCase::kCapital
             : WordCase::kAny;
}

std::vector<WordCase> CasesOf(std::string_view name) {
  model::Document document;
  text::Tokenise(name, &document);
  std::vector<WordCase> cases;
  for (const model::Token& token : document.tokens) cases.push_back(CaseOf(token.span.Of(name)));
  return cases;
}

// Takes the mark from behind an alias: `Gap?` and `United*`.
Claim TakeMark(std::string* alias) {
  if (alias->ends_with('?')) return alias->pop_back(), Claim::kAmbiguous;
  if (alias->ends_with('*')) return alias->pop_back(), Claim::kWeak;
  return Claim::kClear;
}

// Of a kind of word in company_words.tsv.
std::optional<uint32_t> WordClass(const std::string& kind) {
  static const std::map<std::string, uint32_t, std::less<>> kClasses = {
      {"verb", IssuerTable::kVerb},
      {"noun", IssuerTable::kNoun},
      {"title", IssuerTable::kTitle},
      {"stop", IssuerTable::kStop},
      {"person_title", IssuerTable::kPersonTitle},
      {"first_name", IssuerTable::kFirstName},
      {"place", IssuerTable::kPlace},
      {"generic", IssuerTable::kGeneric},
      {"skip", IssuerTable::kSkip},
      {"index", IssuerTable::kIndex},
      {"occupation", IssuerTable::kOccupation},
      {"analyst", IssuerTable::kAnalyst},
      {"company_verb", IssuerTable::kCompanyVerb},
      {"company_noun", IssuerTable::kCompanyNoun},
      {"economy", IssuerTable::kEconomy},
      {"surname", IssuerTable::kSurname},
      {"name_part", IssuerTable::kNamePart}};
  const auto found = kClasses.find(kind);
  return found == kClasses.end() ? std::nullopt : std::optional(found->second);
}

// Fills one table from its files.
class Loader {
 public:
  Loader(const LexiconLoad& load, IssuerTable* table) : load_(load), table_(table) {}

  std::optional<Error> LoadIssuers(std::string_view file, bool listed);
  std::optional<Error> LoadReferences();
  std::optional<Error> LoadWords();
  std::optional<Error> LoadSuffixes();
  std::optional<Error> LoadCues();
  void FillVocabulary();

 private:
  void AddCompany(const Table& file, const TableRow& row, bool listed);
  void AddSegments(const Table& file, const TableRow& row);
  void AddAlias(const Table& file, const TableRow& row, std::string_view written,
                IssuerTable::Alias alias);

  const LexiconLoad& load_;
  IssuerTable* table_;
  std::map<std::string, uint32_t, std::less<>> by_name_;
  std::vector<std::vector<std::string>> names_;  // of each issuer: for the vocabulary
};

void Loader::AddAlias(const Table& file, const TableRow& row, std::string_view written,
                      IssuerTable::Alias alias) {
  alias.cases = CasesOf(written);
  if (alias.cases.empty() || written.size() < 2) return;
  if (alias.segment.empty()) names_[alias.issuer].emplace_back(written);
  table_->aliases.push_back(std::move(alias));
  load_.Register(file, row, written,
                 {TermKind::kIssuer, static_cast<uint32_t>(table_->aliases.size() - 1)});
}

// The canonical name is an alias too; where it stands among them with a mark, the mark counts.
void Loader::AddCompany(const Table& file, const TableRow& row, bool listed) {
  const auto& cells = row.cells;
  IssuerTable::Issuer issuer;
  issuer.name = cells[0];
  issuer.ticker = cells[1];
  issuer.kind = listed ? "company" : cells[3];
  issuer.sector = listed ? "" : cells[4];
  issuer.broker = !listed && cells[5] == "broker";
  issuer.agency = !listed && cells[5] == "agency";
  issuer.listed = listed;
  if (listed && (by_name_.contains(issuer.name) || table_->by_ticker.contains(issuer.ticker)))
    return;
  const auto id = static_cast<uint32_t>(table_->issuers.size());
  by_name_.emplace(issuer.name, id);
  if (!issuer.ticker.empty()) table_->by_ticker.emplace(issuer.ticker, id);
  table_->issuers.push_back(issuer);
  names_.emplace_back();
  bool named = false;
  for (std::string& alias : SplitList(cells[2], ';')) {
    const Claim claim = TakeMark(&alias);
    named = named || alias == issuer.name;
    AddAlias(file, row, alias, {id, claim, "", {}});
  }
  if (!named) AddAlias(file, row, issuer.name, {id, Claim::kClear, "", {}});
}

void Loader::AddSegments(const Table& file, const TableRow& row) {
  const auto owner = by_name_.find(row.cells[0]);
  if (owner == by_name_.end()) {
    load_.problems->push_back({ErrorKind::kRule, file.At(row),
                               "no company is called \"" + row.cells[0] + "\"",
                               "put the row of the owner above it; the row is skipped"});
    return;
  }
  for (std::string& alias : SplitList(row.cells[2], ';')) {
    const Claim claim = TakeMark(&alias);
    AddAlias(file, row, alias, {owner->second, claim, alias, {}});
  }
}

std::optional<Error> Loader::LoadIssuers(std::string_view name, bool listed) {
  auto file = load_.Read(name);
  if (!file) return file.error();
  constexpr std::array<std::string_view, 6> kKinds = {"company", "product", "segment",
                                                      "person",  "gov",     "source"};
  for (const TableRow& row : file->rows) {
    const std::string kind = listed ? "company" : row.cells[3];
    if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) {
      load_.problems->push_back({ErrorKind::kRule, file->At(row),
                                 "\"" + kind + "\" is no kind of company",
                                 "the row is skipped; see the head of the file"});
    } else if (kind == "segment" || kind == "product") {
      AddSegments(*file, row);
    } else {
      AddCompany(*file, row, listed);
    }
  }
  return std::nullopt;
}

std::optional<Error> Loader::LoadReferences() {
  using Kind = IssuerTable::ReferenceKind;
  static const std::map<std::string, Kind, std::less<>> kKinds = {
      {"pronoun", Kind::kPronoun}, {"possessive", Kind::kPossessive},
      {"plural", Kind::kPlural},   {"plural_possessive", Kind::kPluralPossessive},
      {"company", Kind::kCompany}, {"stock", Kind::kStock}};
  auto file = load_.Read("references.tsv");
  if (!file) return file.error();
  for (const TableRow& row : file->rows) {
    const auto kind = kKinds.find(row.cells[1]);
    if (kind == kKinds.end()) {
      load_.problems->push_back({ErrorKind::kRule, file->At(row),
                                 "unknown kind of reference \"" + row.cells[1] + "\"",
                                 "use pronoun, possessive, plural, company or stock"});
      continue;
    }
    table_->references.push_back({kind->second, SplitList(row.cells[2], ';')});
    load_.Register(*file, row, row.cells[0],
                   {TermKind::kReference, static_cast<uint32_t>(table_->references.size() - 1)});
  }
  return std::nullopt;
}

std::optional<Error> Loader::LoadWords() {
  auto file = load_.Read("company_words.tsv");
  if (!file) return file.error();
  for (const TableRow& row : file->rows) {
    const auto words = SplitList(row.cells[1], ';');
    if (row.cells[0] == "exchange" || row.cells[0] == "ric") {
      auto& codes = row.cells[0] == "ric" ? table_->rics : table_->exchanges;
      for (std::string code : words) {
        for (char& c : code) c = ToUpper(c);
        codes.emplace(code, row.cells[2]);
      }
      continue;
    }
    const auto word_class = WordClass(row.cells[0]);
    if (!word_class) {
      load_.problems->push_back({ErrorKind::kRule, file->At(row),
                                 "unknown kind of word \"" + row.cells[0] + "\"",
                                 "see the head of company_words.tsv; the row is skipped"});
      continue;
    }
    for (const std::string& word : words) {
      for (uint64_t hash : HashWords(word)) table_->words.Add(hash, *word_class);
    }
  }
  return std::nullopt;
}

std::optional<Error> Loader::LoadSuffixes() {
  auto file = load_.Read("company_suffixes.tsv");
  if (!file) return file.error();
  for (const TableRow& row : file->rows) {
    const auto sectors = SplitList(row.cells[3], ';');
    for (const std::string& word : SplitList(row.cells[2], ';')) {
      const auto hashes = HashWords(word);
      if (hashes.empty()) continue;
      table_->words.Add(hashes[0], IssuerTable::kRun);
      load_.uses->Add(hashes[0], kMayBeNameEnd);
      if (row.cells[0] == "head") {
        table_->heads.Add(word);
        continue;
      }
      if (hashes.size() != 1) continue;
      table_->suffixes.emplace(hashes[0],
                               IssuerTable::Suffix{row.cells[0] == "legal", row.cells[1],
                                                   CaseOf(word) == WordCase::kUpper, sectors});
    }
  }
  return std::nullopt;
}

std::optional<Error> Loader::LoadCues() {
  const std::map<std::string, PhraseSet*, std::less<>> sets = {
      {"contrast", &table_->contrast},
      {"apposition", &table_->apposition},
      {"source_before", &table_->source_before},
      {"source_after", &table_->source_after},
      {"consensus", &table_->consensus},
      {"forecasts", &table_->forecasts},
      {"former", &table_->former},
      {"orders", &table_->orders},
      {"sues", &table_->sues},
      {"rating", &table_->rating}};
  auto file = load_.Read("issuer_cues.tsv");
  if (!file) return file.error();
  for (const TableRow& row : file->rows) {
    const auto set = sets.find(row.cells[0]);
    if (set == sets.end()) {
      load_.problems->push_back({ErrorKind::kRule, file->At(row),
                                 "unknown kind of cue \"" + row.cells[0] + "\"",
                                 "see the head of issuer_cues.tsv; the row is skipped"});
      continue;
    }
    for (const std::string& phrase : SplitList(row.cells[1], ';')) set->second->Add(phrase);
  }
  return std::nullopt;
}

void Loader::FillVocabulary() {
  auto& vocabulary = *load_.vocabulary;
  for (size_t i = 0; i < table_->issuers.size(); ++i) {
    const IssuerTable::Issuer& issuer = table_->issuers[i];
    vocabulary.issuers.push_back(
        {issuer.name, issuer.ticker, issuer.kind, issuer.sector, std::move(names_[i])});
    if (!issuer.sector.empty()) vocabulary.sectors.push_back(issuer.sector);
  }
  std::sort(vocabulary.sectors.begin(), vocabulary.sectors.end());
  vocabulary.sectors.erase(std::unique(vocabulary.sectors.begin(), vocabulary.sectors.end()),
                           vocabulary.sectors.end());
}

}  // namespace

void PhraseSet::Add(std::string_view phrase) {
  const auto words = HashWords(phrase);
  if (words.empty()) return;
  by_first_[words.front()].push_back(words);
  by_last_[words.back()].push_back(words);
  first_.Add(words.front());
  last_.Add(words.back());
}

uint32_t PhraseSet::FindAt(const model::Document& document, uint32_t at, uint32_t last) const {
  const auto found = by_first_.find(document.tokens[at].word);
  if (found == by_first_.end()) return 0;
  size_t best = 0;
  for (const auto& words : found->second) {
    if (words.size() <= best || at + words.size() > last) continue;
    size_t i = 0;
    while (i < words.size() && document.tokens[at + i].word == words[i]) ++i;
    if (i == words.size()) best = i;
  }
  return static_cast<uint32_t>(best);
}

uint32_t PhraseSet::FindBefore(const model::Document& document, uint32_t first,
                               uint32_t end) const {
  const auto found = by_last_.find(document.tokens[end - 1].word);
  if (found == by_last_.end()) return 0;
  size_t best = 0;
  for (const auto& words : found->second) {
    if (words.size() <= best || words.size() > end - first) continue;
    size_t i = 0;
    while (i < words.size() && document.tokens[end - words.size() + i].word == words[i]) ++i;
    if (i == words.size()) best = i;
  }
  return static_cast<uint32_t>(best);
}

Result<std::unique_ptr<IssuerTable>> IssuerTable::Load(const LexiconLoad& load) {
  auto table = std::make_unique<IssuerTable>();
  Loader loader(load, table.get());
  if (auto error = loader.LoadIssuers("aliases.tsv", false)) return *error;
  if (auto error = loader.LoadIssuers("listed.tsv", true)) return *error;
  if (auto error = loader.LoadReferences()) return *error;
  if (auto error = loader.LoadWords()) return *error;
  if (auto error = loader.LoadSuffixes()) return *error;
  if (auto error = loader.LoadCues()) return *error;
  loader.FillVocabulary();
  return table;
}

}  // namespace tellwire::analysis
