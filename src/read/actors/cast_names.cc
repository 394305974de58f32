// Words of names, as the cast compares them.
#include "read/actors/cast_names.h"

#include <algorithm>
#include <utility>

#include "read/word_kinds.h"

namespace tacitus {
namespace {

bool is_small_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"of", "the", "and", "for", "&", "in", "on", "to", "de", "du",
                                         "des", "del", "della", "delle", "di", "do", "da", "dos", "der",
                                         "und", "et", "y", "e", "la", "le", "les", "el", "los"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace

bool is_genitive(std::string_view plain) { return plain == "'s" || plain == "'"; }

bool is_company_suffix(std::string_view word) {
  return is_of_kind(word, WordKind::kCompanyEnding);
}

bool is_kin(std::string_view noun) {
  return is_of_kind(noun, WordKind::kKin);
}

std::string initials(const Reading& reading, Range range, bool with_small_words) {
  std::string out;
  std::uint32_t words = 0;
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    if (reading.is_punctuation(t) || is_genitive(reading.plain(t))) continue;
    if (is_small_word(reading.plain(t)) ? !with_small_words : false) continue;
    words += reading.is_capitalized(t);
    out += reading.plain(t).substr(0, 1);
  }
  return words >= 2 && out.size() >= 2 ? out : std::string();
}

std::string acronym(const Reading& reading, Range range) {
  if (range.size() != 1 || reading.shape(range.first) != Shape::kUpper) return {};
  std::string out;
  for (const char c : reading.plain(range.first)) {
    if (c != '.') out += c;
  }
  return out.size() >= 2 && out.size() <= 7 ? out : std::string();
}

Range without_article(const Reading& reading, Range range) {
  while (range.size() > 1 &&
         (reading.plain(range.first) == "the" || reading.is_punctuation(range.first))) {
    ++range.first;
  }
  return range;
}

bool is_better_name(std::string_view name, std::string_view than) {
  if (name.size() != than.size()) return name.size() > than.size();
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return std::any_of(name.begin(), name.end(), is_lower) && std::none_of(than.begin(), than.end(), is_lower) &&
         plain_text(name) == plain_text(than);
}

Range without_genitive(const Reading& reading, Range range) {
  while (range.size() > 1 && (is_genitive(reading.plain(range.end - 1)) ||
                              reading.is_punctuation(range.end - 1))) {
    --range.end;
  }
  return range;
}

std::string_view office_word(std::string_view noun) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"spokesman", "spokesperson"}, {"spokeswoman", "spokesperson"},
      {"chairman", "chairperson"},   {"chairwoman", "chairperson"},
      {"chair", "chairperson"},      {"congressman", "congressperson"},
      {"congresswoman", "congressperson"}, {"rep.", "congressperson"},
      {"sen.", "senator"},           {"gov.", "governor"},
      {"gen.", "general"},           {"col.", "colonel"},
      {"adm.", "admiral"},           {"lt.", "lieutenant"},
      {"capt.", "captain"},          {"maj.", "major"},
      {"sgt.", "sergeant"},          {"cpl.", "corporal"},
      {"premier", "prime minister"}, {"attorney", "lawyer"}};
  for (const auto& [word, office] : kWords) {
    if (word == noun) return office;
  }
  return noun;
}

std::string keyed(std::string_view kind, std::string_view name) {
  std::string key(kind);
  key += name;
  return key;
}

std::string display(const Reading& reading, Range range) {
  std::string out = reading.phrase(range);
  if (out.ends_with("'s") && out.size() > 2) out.resize(out.size() - 2);
  // "A ministry official" at the head of a sentence.
  if (out.starts_with("A ") || out.starts_with("An ")) out[0] = 'a';
  return out;
}

}  // namespace tacitus
