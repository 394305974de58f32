// Names of people.
#include "read/actors/person_name.h"

#include <algorithm>

#include "read/actors/cast_names.h"

namespace tacitus {
namespace {

// Appends the parts of a word between hyphens.
void add_parts(std::string_view word, std::vector<std::string>& out) {
  for (std::size_t at = 0; at <= word.size();) {
    const std::size_t end = std::min(word.find('-', at), word.size());
    if (end > at) out.emplace_back(word.substr(at, end - at));
    at = end + 1;
  }
}

// A first name against another: the same, an initial, or a short form that begins alike.
bool first_names_agree(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a == b) return true;
  if (a.ends_with('.')) a.remove_suffix(1);
  if (a.size() == 1) return b.starts_with(a);
  return a.size() >= 3 && b.starts_with(a);
}

bool ends_with(const std::vector<std::string>& whole, const std::vector<std::string>& tail) {
  return tail.size() <= whole.size() &&
         std::equal(tail.rbegin(), tail.rend(), whole.rbegin());
}

}  // namespace

PersonName read_person_name(const Reading& reading, Range entity) {
  const Knowledge& knowledge = reading.knowledge();
  PersonName name;
  Range range = entity;
  while (range.size() > 1 && (is_genitive(reading.plain(range.end - 1)) ||
                              reading.is_punctuation(range.end - 1))) {
    --range.end;
  }
  const auto set_gender = [&](std::string_view word) {
    if (knowledge.is(SpeechWord::kHonorificMale, word)) name.gender = Gender::kMale;
    if (knowledge.is(SpeechWord::kHonorificFemale, word)) name.gender = Gender::kFemale;
    if (const PersonWord* person = knowledge.person_word(word)) {
      if (person->gender != Gender::kUnknown) name.gender = person->gender;
    }
    name.gender_is_sure = name.gender != Gender::kUnknown;
  };
  // Titles inside the entity, but never its last word.
  std::uint32_t first = range.first;
  while (first + 1 < range.end) {
    const std::string_view word = reading.plain(first);
    const bool is_title = knowledge.is(SpeechWord::kHonorific, word) ||
                          knowledge.is(SpeechWord::kHonorificMale, word) ||
                          knowledge.is(SpeechWord::kHonorificFemale, word) ||
                          knowledge.person_word(word) || reading.is_punctuation(first) ||
                          word == "the";
    if (!is_title) break;
    set_gender(word);
    ++first;
  }
  name.title = {range.first, first};
  range.first = first;
  // The word right before the entity may be the honorific.
  if (name.title.empty() && range.first > 0 &&
      reading.sentence(range.first - 1) == reading.sentence(range.first)) {
    set_gender(reading.plain(range.first - 1));
  }
  name.range = range;

  bool in_nickname = false;
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    const std::string_view word = reading.plain(t);
    if (reading.is_punctuation(t)) {
      const std::string_view mark = reading.word(t);
      if (mark == "(" || mark == "\u201C") {
        in_nickname = true;
      } else if (mark == ")" || mark == "\u201D") {
        in_nickname = false;
      } else if (mark == "\"" || mark == "''" || mark == "'") {
        in_nickname = !in_nickname;
      }
      continue;
    }
    if (in_nickname || is_genitive(word)) continue;
    if (knowledge.is(SpeechWord::kSuffix, word) && !name.words.empty()) {
      name.suffix = word.substr(0, word.find('.'));
      continue;
    }
    add_parts(word.ends_with("'s") ? word.substr(0, word.size() - 2) : word, name.words);
  }
  if (name.words.empty()) name.words.emplace_back(reading.plain(range.first));
  if (name.gender == Gender::kUnknown && name.words.size() > 1) {
    name.gender = knowledge.first_name(name.words.front());
  }
  return name;
}

int name_match(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a == b) return 5;
  const auto& longer = a.size() >= b.size() ? a : b;
  const auto& shorter = a.size() >= b.size() ? b : a;
  if (shorter.empty()) return 0;
  if (ends_with(longer, shorter)) return 4;
  if (shorter.size() == 1) {
    if (longer.front() == shorter.front()) return 2;
    const auto middle = std::find(longer.begin() + 1, longer.end(), shorter.front());
    return middle != longer.end() && shorter.front().size() >= 4 ? 1 : 0;
  }
  if (longer.back() == shorter.back() && first_names_agree(longer.front(), shorter.front())) {
    return 4;
  }
  return 0;
}

}  // namespace tacitus
