// Short lists of words that several rules of positions ask for.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace tacitus {

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "not", "never", "hardly"; `word` in small letters.
inline bool is_negation(std::string_view word) {
  return is_one_of(word, {"not", "n't", "never", "no", "nor", "neither", "hardly", "n’t"});
}

// The words that turn a verb and nothing else; `word` in small letters.
inline bool is_bare_not(std::string_view word) { return is_one_of(word, {"not", "n't", "never"}); }

}  // namespace tacitus
