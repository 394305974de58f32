// What a verb dictionary holds: sets of synonyms, groups of verbs and their patterns, and how its
// lines are read (verb_dictionary.h tells the form).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/word_map.h"

namespace tacitus {

struct VerbPatterns {
  using Words = std::vector<std::string>;

  // A word of a pattern, or a set of which any member may stand there.
  struct Part {
    std::vector<Words> choices;
    bool is_joined = false;     // nothing stands between it and the part before
    bool is_anything = false;   // $ + ^ %: somebody, or words to skip
  };

  struct Code {
    std::string forward, reverse;
    bool is_none = false;       // "---"
    std::uint32_t line = 0;
  };

  struct Pattern {
    std::vector<Part> before, behind;  // both from the verb outwards
    Code code;
    std::uint32_t words = 0;
    bool is_compound = false;   // "%" before the verb: several must act
  };

  struct Verb {
    Words before, behind;       // beside the verb itself, in the text's order: "down" of BREAK_DOWN
    std::optional<Code> code;   // none: the group's
    std::uint32_t group = 0;
    std::string listed;         // the form that the dictionary writes
  };

  struct Group {
    Code code;
    std::vector<Pattern> patterns;
  };

  std::string file;
  WordMap<std::vector<Words>> sets;
  std::vector<Group> groups;
  std::vector<Verb> verbs;
  WordMap<std::vector<std::uint32_t>> by_form;  // verbs by each form of their main word

  // What is wrong with a line; nothing where it is right.
  using Trouble = std::optional<std::string>;

  // Takes one line, of that number in the file.
  Trouble read_line(std::string_view line, std::uint32_t number);

 private:
  Trouble open_group(std::string_view line, std::uint32_t number);
  Trouble add_member(std::string_view line);
  Trouble add_verb(std::string_view line, std::uint32_t number);
  Trouble add_pattern(std::string_view line, std::uint32_t number);
  Trouble read_parts(std::string_view text, std::vector<Part>& out, std::uint32_t& words) const;
  void index_form(const Words& words, std::size_t main, bool all_forms, Verb verb);

  std::vector<Words>* open_set_ = nullptr;
  bool in_comment_ = false;
};

}  // namespace tacitus
