#include "store/wording.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "page/dateline.h"
#include "page/fold.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr std::size_t kShort = 50;      // words of a body below which each word counts
constexpr std::size_t kBrief = 25;      // below which the headline always counts
constexpr std::size_t kStem = 6;        // letters of a word that are compared: "downgrades", "downgraded"
constexpr std::int64_t kDays = 3;       // within which a story is printed again
constexpr std::size_t kFewFacts = 3;    // too few to tell a text by
constexpr double kFewFactsShared = 0.7; // share of runs that is asked of such a text
constexpr double kNearlyWhole = 0.9;    // share of runs of a text that was hardly touched
constexpr std::size_t kLead = 40;       // words, at least, at the front of a far longer text in which
constexpr std::size_t kFront = 2;       // ... a cut one stands, and so many times its own
constexpr std::size_t kFarLonger = 3;   // times as long
constexpr double kTable = 0.25;         // share of figures from which a text is a table
// The share of names and figures that a copy has from the other, by its share of runs.
constexpr std::pair<double, double> kFacts[] = {{0.8, 0.8}, {0.6, 0.85}, {0, 0.9}};
constexpr double kFigures = 0.7;
constexpr double kTableFigures = 0.9;   // of a table, and of what comes later
constexpr double kWords = 0.85;         // share of a short text's words
constexpr double kFewRuns = 0.6;        // below this share of runs a short text needs all its words
constexpr double kAllWords = 0.95;
constexpr double kOneForm = 0.3;        // share of runs from which two texts are in one form
constexpr double kFormFacts = 0.75;     // share of names and figures that reports of one thing then have in common
constexpr double kShortFigures = 0.6;   // share of a short text's figures, or a table's
constexpr double kFormWords = 0.75;     // or of all words, of short ones
constexpr double kNames = 0.3;          // share of names otherwise
constexpr std::size_t kFewNames = 2;    // too few to go by

bool is_number_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {"one",   "two",   "three", "four",   "five",   "six",  "seven",
                                                "eight", "nine",  "ten",   "eleven", "twelve", "half", "quarter"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool is_inside(char c) { return is_letter(c) || is_digit(c); }
bool is_joint(char c) {  // inside of "7-3/4", "1.65" and "O'Brien"
  return std::string_view(".,'/-&:").find(c) != std::string_view::npos;
}

bool ends_sentence(std::string_view gap) {
  return gap.find_first_of(".?!:\"") != std::string_view::npos || gap.find("\n ") != std::string_view::npos ||
         gap.find("\n\n") != std::string_view::npos || gap.find("\xE2\x80\x9C") != std::string_view::npos;
}

bool is_capital(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    const auto code = static_cast<utf8proc_int32_t>(point.code);
    const utf8proc_category_t category = utf8proc_category(code);
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) return category == UTF8PROC_CATEGORY_LU;
    at += point.size;
  }
  return false;
}

// Cuts a stretch without blanks at joints that words stand on both sides of; a figure stays whole.
std::vector<std::string_view> pieces(std::string_view token) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    if (!is_joint(token[i]) || token[i] == '\'') continue;
    const bool figure = is_digit(token[i - 1]) && is_digit(token[i + 1]);
    const bool letters = token[i] == '.' && i + 2 < token.size() && is_joint(token[i + 2]);  // U.S.A.
    if (figure || letters || (token[i] == '.' && i + 2 >= token.size())) continue;
    out.push_back(token.substr(begin, i - begin));
    begin = i + 1;
  }
  out.push_back(token.substr(begin));
  return out;
}

// Tables begin alike: "LONDON METALS AT 0919 - APR 7".
bool is_of_a_story(std::string_view dateline) {
  return !dateline.empty() && (dateline.find_first_of(",(/") != dateline.npos ||
                               (dateline.find_first_of("0123456789") == dateline.npos && count_words(dateline) <= 3));
}

}  // namespace

std::string_view without_dateline(std::string_view body) {
  const std::string_view dateline = dateline_of(body.substr(0, body.find("\n\n")));
  if (is_of_a_story(dateline)) {
    body.remove_prefix(static_cast<std::size_t>(dateline.data() + dateline.size() - body.data()));
  }
  return body;
}

Wording::Wording(std::string_view title, std::string_view body, std::optional<std::int64_t> day) : day_(day) {
  add(title, title_);
  for (auto& [hash, place] : places_) place = 0;
  length_ = 0;
  add(without_dateline(body), body_);
  is_table_ = std::count_if(body_.begin(), body_.end(), [](const Word& word) { return word.has_digits; }) >
              static_cast<std::ptrdiff_t>(kTable * static_cast<double>(length_));
}

void Wording::note(std::uint64_t hash) {
  places_.emplace(hash, length_++);  // the first place stays
}

void Wording::add(std::string_view text, std::vector<Word>& words) {
  bool starts = true;  // a sentence
  std::size_t behind = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_inside(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (is_inside(text[end]) || is_joint(text[end]))) ++end;
    std::string_view token = text.substr(at, end - at);
    starts = starts || ends_sentence(text.substr(behind, at - behind));
    while (is_joint(token.back())) token.remove_suffix(1);
    behind = at + token.size();
    at = end;
    for (const std::string_view piece : pieces(token)) {
      const bool digits = std::any_of(piece.begin(), piece.end(), is_digit);
      if (digits) {
        const std::uint64_t hash = stable_hash(lower(piece));
        words.push_back({hash, true, true, false});
        note(hash);
        starts = false;
        continue;
      }
      const std::string folded = fold_name(piece);
      for (const std::string_view word : split(folded)) {
        const std::uint64_t hash = stable_hash(word.substr(0, kStem));
        note(hash);
        if (is_number_word(word)) words.push_back({hash, true, false, false});
        else if (!is_common(word)) words.push_back({hash, false, false, !starts && is_capital(piece)});
        starts = false;
      }
    }
  }
}

Wording::Kept Wording::kept(const std::vector<Word>& words, std::size_t length, bool (*counts)(const Word&)) const {
  // A far longer text that has the words further behind is a digest, or tells them of the past.
  const std::size_t front = length_ > kFarLonger * length ? std::max(kLead, kFront * length) : length_ + 1;
  Kept found;
  std::unordered_set<std::uint64_t> seen;
  for (const Word& word : words) {
    if (!counts(word) || !seen.insert(word.hash).second) continue;
    const auto there = places_.find(word.hash);
    ++found.all;
    found.missing += there == places_.end() || there->second >= front;
  }
  return found;
}

bool is_copy(const Wording& a, const Wording& b, double shared) {
  using Word = Wording::Word;
  using Kept = Wording::Kept;
  const Wording& mine = a.length_ <= b.length_ ? a : b;
  const Wording& other = a.length_ <= b.length_ ? b : a;
  const auto kept = [&](const std::vector<Word>& words, bool (*counts)(const Word&)) {
    return other.kept(words, mine.length_, counts);
  };
  const auto is_figure = [](const Word& word) { return word.is_figure; };
  const bool later = a.day_ && b.day_ && std::abs(*a.day_ - *b.day_) > kDays;
  if (later && (shared < kNearlyWhole || mine.length_ < kShort)) return false;

  const Kept figures = kept(mine.body_, [](const Word& word) { return word.has_digits; });
  if (mine.length_ >= kShort) {
    if (mine.is_table_ && kept(mine.title_, is_figure).missing > 0) return false;
    const Kept facts = kept(mine.body_, [](const Word& word) { return word.has_digits || word.is_name; });
    const bool one_figure = figures.missing == 1 && shared >= kNearlyWhole;  // put right, or written otherwise
    if (figures.share() < (later || mine.is_table_ ? kTableFigures : kFigures) && !one_figure) return false;
    if (facts.all < kFewFacts) return shared >= kFewFactsShared;
    if (facts.missing == 1 && shared >= kFacts[0].first) return true;  // a slip of the pen
    const auto needed = std::find_if(std::begin(kFacts), std::end(kFacts),
                                     [shared](const auto& step) { return shared >= step.first; });
    return facts.share() >= needed->second;
  }
  std::vector<Word> words = mine.body_;
  const bool brief = mine.length_ < kBrief || mine.is_table_;
  if (brief || shared < kNearlyWhole) words.insert(words.end(), mine.title_.begin(), mine.title_.end());
  if (kept(words, is_figure).missing > 0) return false;
  const Kept same = kept(words, [](const Word& word) { return !word.is_figure; });
  return same.share() >= (brief || shared < kFewRuns ? kAllWords : kWords);
}

bool may_be_one_story(const Wording& a, const Wording& b, double shared) {
  using Word = Wording::Word;
  using Kept = Wording::Kept;
  const Wording& mine = a.length_ <= b.length_ ? a : b;
  const Wording& other = a.length_ <= b.length_ ? b : a;
  const auto kept = [&](const std::vector<Word>& words, bool (*counts)(const Word&)) {
    return other.kept(words, other.length_, counts);
  };
  if ((mine.length_ < kShort || mine.is_table_ || other.is_table_) &&
      kept(mine.body_, [](const Word& word) { return word.is_figure; }).share() < kShortFigures) {
    return false;
  }
  if (shared < kOneForm) {
    const Kept names = kept(mine.body_, [](const Word& word) { return word.is_name; });
    return names.all < kFewNames || names.share() >= kNames;
  }
  if (mine.length_ >= kShort) {
    return kept(mine.body_, [](const Word& word) { return word.has_digits || word.is_name; }).share() >= kFormFacts;
  }
  std::vector<Word> words = mine.body_;
  words.insert(words.end(), mine.title_.begin(), mine.title_.end());
  return kept(words, [](const Word& word) { return !word.is_figure; }).share() >= kFormWords;
}

}  // namespace tacitus
