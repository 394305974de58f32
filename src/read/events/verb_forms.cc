// English verbs by rule.
#include "read/events/verb_forms.h"

#include <algorithm>

#include "read/builtin_tables.h"
#include "read/table.h"

namespace tacitus {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Whether the last consonant may be doubled: after a single vowel, but never w, x and y.
bool may_double(std::string_view verb) {
  const std::size_t n = verb.size();
  if (n < 3) return false;
  const char last = verb[n - 1];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  return is_vowel(verb[n - 2]) && (!is_vowel(verb[n - 3]) || verb.substr(n - 3, 2) == "ui");
}

std::size_t vowel_groups(std::string_view verb) {
  std::size_t groups = 0;
  for (std::size_t i = 0; i < verb.size(); ++i) {
    groups += is_vowel(verb[i]) && (i == 0 || !is_vowel(verb[i - 1]));
  }
  return groups;
}

std::string third_person(std::string_view verb) {
  std::string out(verb);
  if (verb.ends_with('y') && verb.size() > 1 && !is_vowel(verb[verb.size() - 2])) {
    out.back() = 'i';
    return out + "es";
  }
  const bool hisses = verb.ends_with('s') || verb.ends_with('x') || verb.ends_with('z') ||
                      verb.ends_with("ch") || verb.ends_with("sh") || verb.ends_with('o');
  return out + (hisses ? "es" : "s");
}

}  // namespace

IrregularVerbs read_irregular_verbs(std::string_view table) {
  IrregularVerbs out;
  for (const TableLine& line : read_table(table)) {
    if (line.cells.size() != 3) continue;
    std::vector<std::string>& forms = out[std::string(line.cells[0])];
    for (const std::string_view form : split_cell(line.cells[1])) forms.emplace_back(form);
    for (const std::string_view form : split_cell(line.cells[2])) forms.emplace_back(form);
  }
  return out;
}

const IrregularVerbs& irregular_verbs() {
  static const IrregularVerbs kBuiltin = read_irregular_verbs(k_plover_irregular_tsv);
  return kBuiltin;
}

std::vector<std::string> forms_of_verb(std::string_view verb, const IrregularVerbs& irregular) {
  const std::string base(verb);
  std::vector<std::string> out{base};
  if (verb.size() < 2) return out;
  out.push_back(base == "have" ? "has" : third_person(verb));
  std::vector<std::string> stems;  // what "-ing" is put to
  std::vector<std::string> pasts;
  if (verb.ends_with("ie")) {
    stems.push_back(base.substr(0, base.size() - 2) + "y");
    pasts.push_back(base + "d");
  } else if (verb.ends_with('e') && !verb.ends_with("ee") && !verb.ends_with("oe")) {
    stems.push_back(base.substr(0, base.size() - 1));
    pasts.push_back(base + "d");
  } else if (verb.ends_with('e')) {
    stems.push_back(base);
    pasts.push_back(base + "d");
  } else if (verb.ends_with('y') && !is_vowel(verb[verb.size() - 2])) {
    stems.push_back(base);
    pasts.push_back(base.substr(0, base.size() - 1) + "ied");
  } else {
    const bool doubles = may_double(verb);
    const bool only = doubles && vowel_groups(verb) == 1;  // "stop", but "visit", "permit"
    if (!only) {
      stems.push_back(base);
      pasts.push_back(base + "ed");
    }
    if (doubles) {
      stems.push_back(base + base.back());
      pasts.push_back(base + base.back() + "ed");
    }
    if (verb.ends_with('c')) {
      stems.push_back(base + "k");
      pasts.push_back(base + "ked");
    }
  }
  for (const std::string& stem : stems) out.push_back(stem + "ing");
  const auto found = irregular.find(base);
  const std::vector<std::string>& past = found == irregular.end() ? pasts : found->second;
  out.insert(out.end(), past.begin(), past.end());
  std::sort(out.begin() + 1, out.end());
  out.erase(std::unique(out.begin() + 1, out.end()), out.end());
  return out;
}

}  // namespace tacitus
