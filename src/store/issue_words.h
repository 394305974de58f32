// What the archive needs to know of an issue phrase beyond its signs (read/issues/signs.h): whether
// it names its matter by itself, and which way it goes.
#pragma once

#include <string>
#include <string_view>

#include "read/issues/signs.h"

namespace tacitus {

// Whether a word, as signs have it, is such as needs the text around it to say which one is meant.
bool is_bare_word(const std::string& word);

// Whether all words are such as need the text around them to say which one is meant: "the plan".
// True of a phrase of no words too. Whom the phrase names is not looked at.
bool has_bare_words(const IssueSigns& signs);

// Which way a phrase goes, by axis (knowledge/archive/directions.tsv): "amount-" for "cutting the
// tax", empty for "the tax". Positions on two phrases of other directions cannot be compared.
std::string directions_of(std::string_view phrase);

// Calls `use` with the forms that a word may be listed under, itself and without an ending of
// verbs and plurals, until it returns true.
template <class Use>
bool any_form(std::string_view word, Use use) {
  std::string form(word);
  if (use(form)) return true;
  for (const std::string_view ending : {"s", "es", "d", "ed", "ing"}) {
    if (word.size() < ending.size() + 3 || !word.ends_with(ending)) continue;
    form = word.substr(0, word.size() - ending.size());
    if (use(form) || use(form + 'e')) return true;
    const std::size_t n = form.size();
    if (n > 3 && form[n - 1] == form[n - 2] && use(form.substr(0, n - 1))) return true;  // "cutting"
  }
  return false;
}

// Signs as one text, for a column of a table, and back. What was not written so gives what there
// is of it.
std::string write_signs(const IssueSigns& signs);
IssueSigns read_signs(std::string_view text);

}  // namespace tacitus
