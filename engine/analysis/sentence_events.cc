// A type needs hints that add up to 1. A metric alone is a hint ("revenue"), with a number or a
// move in its sentence it is nearly an answer; an event's own words and a fact are one. Words of
// sentence_events.tsv add to that, or take away: "share" near "market" is no SecurityValue.
// Tested by tests/analysis/sentence_events_test.cc.
#include "analysis/sentence_events.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "analysis/metrics.h"
#include "analysis/tone.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kNear = 8;  // words between a metric and its number

bool IsNumber(const Passage& passage, uint32_t token) {
  const std::string_view word = passage.WordAt(token);
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

class Marker {
 public:
  Marker(const Lexicon& lexicon, model::Analysis* analysis)
      : lexicon_(lexicon), cues_(lexicon.tone->cues), analysis_(*analysis) {
    for (const auto& fact : analysis_.facts) {
      (fact.in_title ? title_facts_ : text_facts_).push_back(&fact);
    }
    if (!lexicon.metrics) return;
    for (const auto& entry : lexicon.metrics->metrics) {
      metric_types_.push_back(cues_.TypeOf(entry.metric.event));
    }
    for (const auto& event : lexicon.metrics->events) {
      event_types_.push_back(cues_.TypeOf(event.coarse));
    }
  }

  void Mark(const Passage& passage, size_t first_sentence) {
    size_t term = 0;
    const auto& sentences = passage.document->sentences;
    for (size_t i = 0; i < sentences.size(); ++i) {
      weights_.assign(cues_.types.size(), 0);
      ReadTerms(passage, sentences[i], &term);
      ReadFacts(passage, sentences[i]);
      auto& events = analysis_.sentences[first_sentence + i].events;
      for (size_t type = 0; type < weights_.size(); ++type) {
        if (weights_[type] >= 0.999) events.push_back(cues_.types[type]);
      }
    }
  }

 private:
  void Add(int type, double weight) {
    if (type >= 0) weights_[static_cast<size_t>(type)] += weight;
  }

  bool Moves(const TermHit& hit) const {
    if (hit.term.kind == TermKind::kDirection || hit.term.kind == TermKind::kSurprise) return true;
    if (hit.term.kind != TermKind::kTone) return false;
    const ToneClass c = lexicon_.tone->sentiment.words[hit.term.row].tone_class;
    return c == ToneClass::kUp || c == ToneClass::kDown || c == ToneClass::kFlat;
  }

  bool NumberNear(const Passage& passage, const model::Sentence& sentence,
                  const model::TokenRange& tokens) const {
    const uint32_t from =
        std::max(sentence.tokens.begin, tokens.begin > kNear ? tokens.begin - kNear : 0);
    const uint32_t until = std::min(sentence.tokens.end, tokens.end + kNear);
    for (uint32_t t = from; t < until; ++t) {
      if (IsNumber(passage, t)) return true;
    }
    return false;
  }

  double MetricWeight(const Passage& passage, const model::Sentence& sentence, const TermHit& hit,
                      bool moves) const {
    if (moves) return cues_.metric_move;
    return NumberNear(passage, sentence, hit.tokens) ? cues_.metric_number : cues_.metric;
  }

  void ReadTerms(const Passage& passage, const model::Sentence& sentence, size_t* first) {
    const auto& terms = passage.terms;
    size_t last = *first;
    bool moves = false;
    for (; last < terms.size() && terms[last].tokens.begin < sentence.tokens.end; ++last) {
      moves = moves || Moves(terms[last]);
    }
    uint32_t free_metric = 0, free_cue = 0;
    for (size_t i = *first; i < last; ++i) {
      const TermHit& hit = terms[i];
      if (hit.term.kind == TermKind::kCue && hit.tokens.end > free_cue) {
        const auto& cue = cues_.cues[hit.term.row];
        Add(static_cast<int>(cue.type), cue.weight);
        if (i + 1 >= last || !(terms[i + 1].tokens == hit.tokens)) free_cue = hit.tokens.end;
      } else if (hit.term.kind == TermKind::kMetric && hit.tokens.begin >= free_metric) {
        ReadMetric(passage, sentence, hit, moves);
        free_metric = hit.tokens.end;
      } else if (hit.term.kind == TermKind::kEvent) {
        ReadEvent(passage, sentence, hit);
      }
    }
    *first = last;
  }

  void ReadMetric(const Passage& passage, const model::Sentence& sentence, const TermHit& hit,
                  bool moves) {
    const MetricSurface& surface = lexicon_.metrics->surfaces[hit.term.row];
    if (!HasOneOf(*passage.document, sentence.tokens, surface.needs)) return;
    const int type = metric_types_[surface.metric];
    if (type < 0) return;
    // Several metrics of one type make it no surer than the surest of them.
    double& weight = weights_[static_cast<size_t>(type)];
    weight = std::max(weight, MetricWeight(passage, sentence, hit, moves));
  }

  void ReadEvent(const Passage& passage, const model::Sentence& sentence, const TermHit& hit) {
    const EventSurface& event = lexicon_.metrics->events[hit.term.row];
    if (!HasOneOf(*passage.document, sentence.tokens, event.needs)) return;
    Add(event_types_[hit.term.row], cues_.event);
  }

  void ReadFacts(const Passage& passage, const model::Sentence& sentence) {
    if (metric_types_.empty()) return;
    const auto& facts = passage.part == model::Part::kTitle ? title_facts_ : text_facts_;
    for (const model::Fact* fact : facts) {
      if (!sentence.span.Contains(fact->spans.fact)) continue;
      const model::Metric* metric = lexicon_.vocabulary.FindMetric(fact->metric);
      if (metric) Add(cues_.TypeOf(metric->event), 1);
    }
  }

  const Lexicon& lexicon_;
  const CueTable& cues_;
  model::Analysis& analysis_;
  std::vector<const model::Fact*> title_facts_, text_facts_;
  std::vector<int> metric_types_, event_types_;
  std::vector<double> weights_;
};

double* WeightOf(CueTable* table, std::string_view surface) {
  const std::pair<std::string_view, double*> known[] = {{"@metric", &table->metric},
                                                        {"@metric_number", &table->metric_number},
                                                        {"@metric_move", &table->metric_move},
                                                        {"@event", &table->event}};
  for (const auto& [name, place] : known) {
    if (name == surface) return place;
  }
  return nullptr;
}

// The types of the file and of the metrics and events that were loaded before it.
std::vector<std::string> TypesOf(const Table& file, const model::Vocabulary& vocabulary) {
  std::vector<std::string> types = vocabulary.events;
  for (const TableRow& row : file.rows) {
    if (!row.cells[0].starts_with('@')) types.push_back(row.cells[1]);
  }
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

}  // namespace

int CueTable::TypeOf(std::string_view name) const {
  const auto at = std::lower_bound(types.begin(), types.end(), name);
  return at != types.end() && *at == name ? static_cast<int>(at - types.begin()) : -1;
}

Result<CueTable> CueTable::Load(const LexiconLoad& load) {
  const auto file = load.Read("sentence_events.tsv");
  if (!file) return file.error();
  CueTable table;
  table.types = TypesOf(*file, *load.vocabulary);
  load.vocabulary->events = table.types;
  for (const TableRow& row : file->rows) {
    double weight = 0;
    const std::string& cell = row.cells[2];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    double* setting = WeightOf(&table, row.cells[0]);
    const bool named = setting || !row.cells[0].starts_with('@');
    if (error != std::errc() || end != cell.data() + cell.size() || !named) {
      load.problems->push_back({ErrorKind::kRule, file->At(row),
                                "bad weight \"" + cell + "\" or setting", "the row is skipped"});
      continue;
    }
    if (setting) {
      *setting = weight;
      continue;
    }
    for (const std::string& surface : SplitList(row.cells[0], ';')) {
      table.cues.push_back({static_cast<uint32_t>(table.TypeOf(row.cells[1])), weight});
      load.Register(*file, row, surface,
                    {TermKind::kCue, static_cast<uint32_t>(table.cues.size() - 1)});
    }
  }
  return table;
}

void MarkEvents(const Lexicon& lexicon, const Passage& title, const Passage& text,
                model::Analysis* analysis) {
  Marker marker(lexicon, analysis);
  marker.Mark(title, 0);
  marker.Mark(text, title.document->sentences.size());
}

}  // namespace tellwire::analysis
