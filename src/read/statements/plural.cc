// English plurals, for the words of the tables.
#include "read/statements/plural.h"

#include <utility>

namespace tacitus {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string plural_of_word(std::string_view word) {
  constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
      {"person", "people"}, {"child", "children"}, {"man", "men"}, {"wife", "wives"},
      {"thief", "thieves"}, {"alumnus", "alumni"}, {"nobody", "nobody"}, {"series", "series"},
      {"personnel", "personnel"}, {"people", "people"}, {"police", "police"},
      {"monarch", "monarchs"}, {"patriarch", "patriarchs"}, {"taoiseach", "taoisigh"},
  };
  for (const auto& [ending, plural] : kEndings) {
    if (word.ends_with(ending) && !(ending == "man" && word.ends_with("human"))) {
      return std::string(word.substr(0, word.size() - ending.size())) + std::string(plural);
    }
  }
  std::string out(word);
  if (word.size() > 1 && word.ends_with('y') && !is_vowel(word[word.size() - 2])) {
    out.back() = 'i';
    return out + "es";
  }
  if (word.ends_with('s') || word.ends_with('x') || word.ends_with("ch") || word.ends_with("sh")) {
    return out + "es";
  }
  return out + "s";
}

}  // namespace

std::string plural_of(std::string_view singular) {
  // Of "chief of staff" and "attorney general" the first part is what there are several of.
  for (const std::string_view tail : {" of ", " in ", " general", "-general", "-in-"}) {
    const std::size_t at = singular.find(tail);
    if (at == singular.npos || at == 0) continue;
    if (tail.ends_with("general") && at + tail.size() != singular.size()) continue;
    const std::string_view first = singular.substr(0, at);
    if (first.ends_with("major") || first.ends_with("lieutenant")) continue;
    return plural_of(first) + std::string(singular.substr(at));
  }
  const std::size_t space = singular.rfind(' ');
  if (space == singular.npos) return plural_of_word(singular);
  return std::string(singular.substr(0, space + 1)) + plural_of_word(singular.substr(space + 1));
}

}  // namespace tacitus
