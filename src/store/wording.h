// What tells a copy from another report in the same form. Two market reports, two dividends, two
// bond issues share most of their sentences; a copy shares what they do not: names and figures.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tacitus {

// A story's body behind its dateline, where it has one.
std::string_view without_dateline(std::string_view body);

// An article's words, as hashes; takes time linear in its text. A dateline at the body's front is
// passed over, since each paper writes its own. `day` is of its publication, since 1970.
class Wording {
 public:
  Wording(std::string_view title, std::string_view body, std::optional<std::int64_t> day);

  // Whether one of the two is a copy of the other, whole, cut or reworked. `shared` is the share of
  // the runs of words of the one with fewer that the other has (duplicates.h). The shorter one must
  // have its names and figures from the longer one; a short one, in which a word may be all that
  // differs, nearly all its words and each figure, those of the headline too. What comes days later
  // must be nearly whole: by then a like text tells of something new.
  friend bool is_copy(const Wording& a, const Wording& b, double shared);

  // Whether two that are alike in their rare words may tell of one happening: they name somebody
  // in common, and if they are in one form or tables, most of what the form leaves open is the same.
  friend bool may_be_one_story(const Wording& a, const Wording& b, double shared);

 private:
  struct Word {
    std::uint64_t hash;
    bool is_figure;   // has digits, or is a number's word
    bool has_digits;
    bool is_name;     // has a capital inside of a sentence
  };
  struct Kept {
    std::size_t all = 0, missing = 0;
    double share() const { return all == 0 ? 1 : 1 - static_cast<double>(missing) / static_cast<double>(all); }
  };
  void add(std::string_view text, std::vector<Word>& words);
  // How many of the words that count, each once, are here; they are of a text of so many words.
  Kept kept(const std::vector<Word>& words, std::size_t length, bool (*counts)(const Word&)) const;
  void note(std::uint64_t hash);

  std::vector<Word> title_, body_;  // without common words, but with figures
  std::unordered_map<std::uint64_t, std::size_t> places_;  // of each word, its first in the body; 0 in the headline
  std::size_t length_ = 0;  // words of the body, common ones too
  bool is_table_ = false;    // has figures for a good part
  std::optional<std::int64_t> day_;
};

bool is_copy(const Wording& a, const Wording& b, double shared);
bool may_be_one_story(const Wording& a, const Wording& b, double shared);

}  // namespace tacitus
