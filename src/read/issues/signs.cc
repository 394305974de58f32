#include "read/issues/signs.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

#include "read/builtin_tables.h"
#include "read/reading.h"
#include "read/table.h"

namespace tacitus {
namespace {

// The most words of a phrase that are looked at, and of a name in it.
constexpr std::size_t kMostWords = 64, kMostOfName = 6;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

// Words as written: letters and digits, with points and apostrophes inside ("U.S.", "1.5",
// "Turkey's" without its ending). A dash or a stroke parts words.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size() && words.size() < kMostWords;) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    bool has_point = false;
    while (at < text.size()) {
      if (is_word_byte(text[at])) {
        ++at;
      } else if ((text[at] == '.' || text[at] == ',') && at + 1 < text.size() &&
                 is_word_byte(text[at + 1])) {
        has_point |= text[at] == '.';
        ++at;
      } else {
        break;
      }
    }
    std::string word(text.substr(begin, at - begin));
    const bool is_number = std::isdigit(static_cast<unsigned char>(word[0])) != 0;
    if (has_point && !is_number) word += '.';  // "U.S" of "U.S/Japan" too
    words.push_back(std::move(word));
    // An ending with an apostrophe is no word.
    if (at + 1 < text.size() && text[at] == '\'' && text[at + 1] == 's') at += 2;
  }
  return words;
}

bool is_capital(std::string_view word) {
  return std::isupper(static_cast<unsigned char>(word.front())) != 0;
}

void sort_once(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

// A word without the endings of plurals and verbs.
std::string without_ending(std::string_view word) {
  std::string out(word);
  const auto ends = [&](std::string_view ending) {
    return out.size() > ending.size() + 2 && out.ends_with(ending);
  };
  if (ends("ies")) {
    out.replace(out.size() - 3, 3, "y");
  } else if (ends("sses") || ends("xes") || ends("ches") || ends("shes")) {
    out.resize(out.size() - 2);
  } else if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) {
    out.pop_back();
  } else if (ends("ing") || ends("ied") || ends("ed")) {
    const bool is_y = ends("ied");
    out.resize(out.size() - (ends("ed") ? 2 : 3));
    if (is_y) out.back() = 'y';
    const std::size_t n = out.size();
    if (n > 3 && out[n - 1] == out[n - 2] && out[n - 1] != 's' && out[n - 1] != 'l') out.pop_back();
  }
  if (out.size() > 3 && out.back() == 'e') out.pop_back();  // "reduce", "reduced"
  return out;
}

bool is_preposition(std::string_view word) {
  constexpr std::string_view kWords[] = {"of", "to", "in",   "on",      "at",      "by",   "for",
                                         "from", "with", "over", "against", "between", "among"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace

const IssueWords& IssueWords::builtin() {
  static const IssueWords kWords = parse(k_issues_words_tsv, k_issues_rarity_tsv).value();
  return kWords;
}

Result<IssueWords> IssueWords::parse(std::string_view words, std::string_view rarity) {
  IssueWords out;
  std::vector<std::string> deeds;
  for (const TableLine& line : read_table(words)) {
    if (line.cells.size() != 2) {
      return Error{ErrorCode::kBadInput, "issues/words.tsv:" + std::to_string(line.number) +
                                             ": has not two columns"};
    }
    const auto entries = split_cell(line.cells[1]);
    for (const std::string_view entry : entries) {
      if (line.cells[0] == "empty") {
        out.empty_.emplace(entry);
      } else if (line.cells[0] == "same") {
        out.same_.emplace(without_ending(entry), without_ending(entries.front()));
      } else if (line.cells[0] == "body") {
        out.bodies_.emplace(entry, entries.front());
      } else if (line.cells[0] == "more") {
        out.up_.emplace(without_ending(entry));
      } else if (line.cells[0] == "less") {
        out.down_.emplace(without_ending(entry));
      } else if (line.cells[0] == "deed") {
        deeds.emplace_back(entry);
      } else {
        return Error{ErrorCode::kBadInput, "issues/words.tsv:" + std::to_string(line.number) +
                                               ": has a kind that is none"};
      }
    }
  }
  for (const std::string& deed : deeds) out.deeds_.insert(out.stem(deed));
  // Forms of one stem and words that mean the same add up.
  for (const TableLine& line : read_table(rarity)) {
    const auto wrong = [&](const char* what) {
      return Error{ErrorCode::kBadInput,
                   "issues/rarity.tsv:" + std::to_string(line.number) + ": " + what};
    };
    if (line.cells.size() != 2) return wrong("has not two columns");
    int share = 0;
    const std::string_view cell = line.cells[1];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), share);
    if (error != std::errc() || end != cell.data() + cell.size() || share < 0) {
      return wrong("is no number of articles");
    }
    out.share_[out.stem(line.cells[0])] += static_cast<float>(share);
  }
  return out;
}

float IssueWords::rarity(std::string_view stem) const {
  constexpr float kAll = 10'000, kOfRare = 5;  // articles; what a word that is not in the table has
  const auto found = share_.find(stem);
  return std::log(kAll / std::clamp(found == share_.end() ? kOfRare : found->second, 1.0f, kAll));
}

std::string IssueWords::stem(std::string_view word) const {
  std::string out = without_ending(word);
  const auto group = same_.find(out);
  return group == same_.end() ? out : group->second;
}

std::vector<std::string> IssueWords::deeds(const std::vector<std::string>& words) const {
  // Words made from verbs are deeds, of however rare a verb.
  const auto is_made = [](std::string_view word) {
    constexpr std::size_t kLeast = 7;
    return word.size() >= kLeast &&
           (word.ends_with("ation") || word.ends_with("ition") || word.ends_with("ment"));
  };
  std::vector<std::string> out;
  for (const std::string& word : words) {
    if (is_made(word) || deeds_.contains(word)) out.push_back(word);
  }
  return out;
}

IssueSigns IssueWords::signs(std::string_view phrase, const Knowledge& knowledge,
                             std::span<const std::string> actors) const {
  IssueSigns signs;
  signs.actors.assign(actors.begin(), actors.end());
  const std::vector<std::string> words = words_of(even_text(phrase));
  const auto take_actor = [&](std::size_t first, std::size_t count) {
    std::string name = words[first];
    for (std::size_t i = 1; i < count; ++i) name += ' ' + words[first + i];
    if (const auto body = bodies_.find(name); body != bodies_.end()) {
      signs.actors.push_back(body->second);
      return true;
    }
    if (!is_capital(words[first])) return false;
    if (const PlaceWord* const place = knowledge.place(name); place && !place->is_doubtful) {
      signs.actors.push_back(place->country);
      return true;
    }
    const Body* const body = knowledge.body(name);
    if (!body) return false;
    const auto known = bodies_.find(body->names.front());
    signs.actors.push_back(known != bodies_.end()                      ? known->second
                           : body->country.size() == 3 && body->is_metonym ? body->country
                                                                           : body->names.front());
    return true;
  };
  bool is_open = true;  // until a preposition comes
  bool is_more = false, is_less = false;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t taken = std::min(kMostOfName, words.size() - at);
    while (taken > 0 && !take_actor(at, taken)) --taken;
    if (taken > 0) {
      at += taken;
      continue;
    }
    const std::string& word = words[at++];
    if (std::isdigit(static_cast<unsigned char>(word[0])) != 0) {
      signs.numbers.push_back(word);
      continue;
    }
    const std::string plain = plain_text(word);
    if (is_preposition(plain) && !signs.head.empty()) is_open = false;
    // "Low" and "higher" say nothing of what a phrase is about, but tell two matters apart.
    const std::string form = without_ending(plain);
    is_more |= up_.contains(form);
    is_less |= down_.contains(form);
    if (plain.empty() || empty_.contains(plain)) continue;
    std::string stemmed = stem(plain);
    if (empty_.contains(stemmed)) continue;
    if (is_open) signs.head = stemmed;
    // A capital at a phrase's start may be a sentence's.
    if (is_capital(word) && at > 1 && !same_.contains(form)) {
      signs.names.push_back(plain);
    }
    signs.words.push_back(std::move(stemmed));
  }
  for (auto* const list : {&signs.actors, &signs.names, &signs.words, &signs.numbers}) {
    sort_once(*list);
  }
  signs.deeds = deeds(signs.words);
  signs.way = static_cast<int>(is_more) - static_cast<int>(is_less);
  signs.size = static_cast<int>(words.size());
  signs.rarity.reserve(signs.words.size());
  for (const std::string& word : signs.words) signs.rarity.push_back(rarity(word));
  return signs;
}

}  // namespace tacitus
