// Regular English spelling rules, and families of words that do not follow them.
//
// A family is written out whole; asking for any of its words gives all of it, so `fell~` is what
// `fall~` is. Every other word is taken for a base form. Where British and American spelling
// differ (`cancelled`, `canceled`), both are given: a phrase should match either.
#include "text/inflect.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/ascii.h"

namespace tellwire::text {
namespace {

// Words that break the rules below, the word itself first.
constexpr std::array<std::string_view, 160> kFamilies = {
    "be am is are was were been being",
    "have has had having",
    "do does did done doing",
    "go goes went gone going",
    "say says said saying",
    "make makes made making",
    "get gets got gotten getting",
    "take takes took taken taking",
    "see sees saw seen seeing",
    "come comes came coming",
    "give gives gave given giving",
    "find finds found finding",
    "found founds founded founding",
    "think thinks thought thinking",
    "tell tells told telling",
    "become becomes became becoming",
    "show shows showed shown showing",
    "leave leaves left leaving",
    "feel feels felt feeling",
    "bring brings brought bringing",
    "begin begins began begun beginning",
    "keep keeps kept keeping",
    "hold holds held holding",
    "write writes wrote written writing",
    "stand stands stood standing",
    "hear hears heard hearing",
    "let lets letting",
    "mean means meant meaning",
    "set sets setting",
    "meet meets met meeting",
    "run runs ran running",
    "pay pays paid paying",
    "sit sits sat sitting",
    "speak speaks spoke spoken speaking",
    "lie lies lay lain lying",
    "lead leads led leading",
    "read reads reading",
    "grow grows grew grown growing",
    "lose loses lost losing",
    "fall falls fell fallen falling",
    "send sends sent sending",
    "build builds built building",
    "understand understands understood understanding",
    "draw draws drew drawn drawing",
    "break breaks broke broken breaking",
    "spend spends spent spending",
    "cut cuts cutting",
    "rise rises rose risen rising",
    "arise arises arose arisen arising",
    "drive drives drove driven driving",
    "buy buys bought buying",
    "wear wears wore worn wearing",
    "choose chooses chose chosen choosing",
    "seek seeks sought seeking",
    "throw throws threw thrown throwing",
    "catch catches caught catching",
    "deal deals dealt dealing",
    "win wins won winning",
    "forget forgets forgot forgotten forgetting",
    "shrink shrinks shrank shrunk shrinking",
    "sink sinks sank sunk sinking",
    "slide slides slid sliding",
    "bid bids bidding",
    "outbid outbids outbidding",
    "hit hits hitting",
    "shut shuts shutting",
    "put puts putting",
    "cost costs costing",
    "quit quits quitting",
    "split splits splitting",
    "spread spreads spreading",
    "bet bets betting",
    "beat beats beaten beating",
    "hurt hurts hurting",
    "shed sheds shedding",
    "burst bursts bursting",
    "broadcast broadcasts broadcasting broadcasted",
    "forecast forecasts forecasted forecasting",
    "offset offsets offsetting",
    "reset resets resetting",
    "upset upsets upsetting",
    "input inputs inputting",
    "sell sells sold selling",
    "resell resells resold reselling",
    "undersell undersells undersold underselling",
    "oversell oversells oversold overselling",
    "withdraw withdraws withdrew withdrawn withdrawing",
    "withhold withholds withheld withholding",
    "overcome overcomes overcame overcoming",
    "undergo undergoes underwent undergone undergoing",
    "undertake undertakes undertook undertaken undertaking",
    "overtake overtakes overtook overtaken overtaking",
    "outdo outdoes outdid outdone outdoing",
    "outgrow outgrows outgrew outgrown outgrowing",
    "outsell outsells outsold outselling",
    "overrun overruns overran overrunning",
    "underwrite underwrites underwrote underwritten underwriting",
    "rewrite rewrites rewrote rewritten rewriting",
    "rebuild rebuilds rebuilt rebuilding",
    "repay repays repaid repaying",
    "prepay prepays prepaid prepaying",
    "mislead misleads misled misleading",
    "foresee foresees foresaw foreseen foreseeing",
    "oversee oversees oversaw overseen overseeing",
    "ship ships shipped shipping",
    "lend lends lent lending",
    "bend bends bent bending",
    "strike strikes struck stricken striking",
    "swing swings swung swinging",
    "spring springs sprang sprung springing",
    "shake shakes shook shaken shaking",
    "forgive forgives forgave forgiven forgiving",
    "freeze freezes froze frozen freezing",
    "steal steals stole stolen stealing",
    "know knows knew known knowing",
    "blow blows blew blown blowing",
    "fly flies flew flown flying",
    "fight fights fought fighting",
    "teach teaches taught teaching",
    "sleep sleeps slept sleeping",
    "sweep sweeps swept sweeping",
    "leap leaps leapt leaped leaping",
    "learn learns learnt learned learning",
    "burn burns burnt burned burning",
    "lay lays laid laying",
    "die dies died dying",
    "tie ties tied tying",
    "feed feeds fed feeding",
    "bleed bleeds bled bleeding",
    "breed breeds bred breeding",
    "speed speeds sped speeded speeding",
    "flee flees fled fleeing",
    "plead pleads pled pleaded pleading",
    "prove proves proved proven proving",
    "dive dives dived dove diving",
    "panic panics panicked panicking",
    "man men",
    "woman women",
    "child children",
    "person persons people",
    "foot feet",
    "half halves halved halving halve",
    "shelf shelves",
    "wife wives",
    "life lives",
    "knife knives",
    "crisis crises",
    "analysis analyses",
    "basis bases",
    "criterion criteria",
    "phenomenon phenomena",
    "index indexes indices indexed indexing",
    "appendix appendices appendixes",
    "medium media mediums",
    "datum data",
    "series",
    "good better best goods",
    "bad worse worst",
    "little less least",
    "far farther further farthest furthest",
};

// Adjectives of one or two syllables with comparative forms.
constexpr std::array<std::string_view, 44> kAdjectives = {
    "high",  "low",   "strong", "weak",  "big",    "small",   "fast",  "slow",  "cheap",
    "rich",  "large", "great",  "tight", "loose",  "long",    "short", "hard",  "soft",
    "near",  "close", "deep",   "broad", "wide",   "narrow",  "light", "heavy", "early",
    "late",  "quick", "steep",  "sharp", "firm",   "healthy", "risky", "happy", "easy",
    "young", "old",   "new",    "clear", "bright", "dark",    "thin",  "grim",
};

// Words of several syllables whose last one is stressed: their last consonant doubles.
constexpr std::array<std::string_view, 26> kStressedLast = {
    "commit", "permit", "admit",  "submit",   "omit",  "emit",   "transmit", "refer",  "defer",
    "prefer", "confer", "infer",  "occur",    "incur", "recur",  "control",  "compel", "expel",
    "propel", "rebut",  "regret", "transfer", "remit", "patrol", "equip",    "acquit",
};

bool IsVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool Contains(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Consonant, one vowel, one consonant at the end: `stop`, `plan`, but not `show`, `rain`.
bool EndsShort(std::string_view w) {
  const size_t n = w.size();
  if (n < 3) return false;
  const char last = w[n - 1];
  if (IsVowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  const bool qu = n > 3 && w[n - 3] == 'u' && w[n - 4] == 'q';
  return IsVowel(w[n - 2]) && (!IsVowel(w[n - 3]) || qu);
}

bool IsOneSyllable(std::string_view w) {
  int groups = 0;
  for (size_t i = 0; i < w.size(); ++i) {
    const bool vowel = IsVowel(w[i]) || (w[i] == 'y' && i > 0);
    if (vowel && (i == 0 || !(IsVowel(w[i - 1]) || w[i - 1] == 'y'))) ++groups;
  }
  return groups == 1;
}

// The stems that -ed, -ing, -er and -est are put to: the doubled form, the plain one, or both.
std::vector<std::string> EndingStems(std::string_view w) {
  const std::string plain(w), doubled = plain + w.back();
  if (!EndsShort(w)) return {plain};
  if (IsOneSyllable(w) || Contains(kStressedLast, w)) return {doubled};
  if (w.back() == 'l') return {doubled, plain};  // cancelled, canceled
  return {plain};
}

bool EndsInConsonantY(std::string_view w) {
  return w.size() > 1 && w.back() == 'y' && !IsVowel(w[w.size() - 2]);
}

std::string WithS(std::string_view w) {
  const std::string word(w);
  if (EndsInConsonantY(w)) return word.substr(0, word.size() - 1) + "ies";
  for (const std::string_view end : {"s", "x", "z", "ch", "sh"}) {
    if (w.ends_with(end)) return word + "es";
  }
  if (w.ends_with('o') && w.size() > 1 && !IsVowel(w[w.size() - 2])) return word + "es";
  return word + "s";
}

void AddPast(std::string_view w, std::vector<std::string>* forms) {
  const std::string word(w);
  if (w.ends_with('e')) return forms->push_back(word + "d");
  if (EndsInConsonantY(w)) return forms->push_back(word.substr(0, word.size() - 1) + "ied");
  for (const std::string& stem : EndingStems(w)) forms->push_back(stem + "ed");
}

void AddIng(std::string_view w, std::vector<std::string>* forms) {
  const std::string word(w);
  if (w.ends_with("ie")) return forms->push_back(word.substr(0, word.size() - 2) + "ying");
  const bool mute = w.ends_with('e') && !w.ends_with("ee") && !w.ends_with("oe") &&
                    !w.ends_with("ye") && w.size() > 2;
  if (mute) return forms->push_back(word.substr(0, word.size() - 1) + "ing");
  for (const std::string& stem : EndingStems(w)) forms->push_back(stem + "ing");
}

void AddComparison(std::string_view w, std::vector<std::string>* forms) {
  std::string stem(w);
  if (EndsInConsonantY(w)) {
    stem.back() = 'i';
  } else if (w.ends_with('e')) {
    stem.pop_back();
  } else {
    stem = EndingStems(w).front();
  }
  forms->push_back(stem + "er");
  forms->push_back(stem + "est");
}

std::vector<std::string> Words(std::string_view family) {
  std::vector<std::string> words;
  while (!family.empty()) {
    const size_t space = family.find(' ');
    words.emplace_back(family.substr(0, space));
    family.remove_prefix(space == std::string_view::npos ? family.size() : space + 1);
  }
  return words;
}

// The family of a word. A word of two families (`found`, `lay`) belongs to the one that it heads.
const std::string_view* FamilyOf(std::string_view word) {
  static const auto families = [] {
    std::unordered_map<std::string, const std::string_view*> map;
    for (const std::string_view& family : kFamilies) map[Words(family)[0]] = &family;
    for (const std::string_view& family : kFamilies) {
      for (const std::string& member : Words(family)) map.emplace(member, &family);
    }
    return map;
  }();
  const auto found = families.find(std::string(word));
  return found == families.end() ? nullptr : found->second;
}

}  // namespace

std::vector<std::string> Inflections(std::string_view word) {
  std::vector<std::string> forms = {std::string(word)};
  if (const std::string_view* family = FamilyOf(word)) {
    for (std::string& member : Words(*family)) forms.push_back(std::move(member));
  } else if (word.size() >= 2 && IsLower(word.back())) {
    forms.push_back(WithS(word));
    AddPast(word, &forms);
    AddIng(word, &forms);
    if (Contains(kAdjectives, word)) AddComparison(word, &forms);
  }
  std::vector<std::string> unique;
  for (std::string& form : forms) {
    if (!Contains(unique, form)) unique.push_back(std::move(form));
  }
  return unique;
}

}  // namespace tellwire::text
