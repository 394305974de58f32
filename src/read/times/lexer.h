// A sentence as the grammar of times sees it: words, figures and marks, each with all that it may
// mean. Numbers of several words are one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/reading.h"
#include "read/times/grammar.h"

namespace tacitus {

struct TimeItem {
  Span span;                 // in the article's text
  std::uint32_t token = 0, last_token = 0;
  std::string_view word;     // in small letters; of the first of several
  bool is_glued = false;     // no space before it
  bool is_figures = false;
  std::uint32_t first_sense = 0, end_sense = 0;  // in TimeItems::senses
};

struct TimeItems {
  std::vector<TimeItem> items;
  std::vector<Sense> senses;

  // The sense of an item that fills a field; null where it has none.
  const Sense* sense(std::size_t item, Field field) const;
};

// Buffers and all; one for an article.
class TimeLexer {
 public:
  TimeLexer(const TimeGrammar& grammar, const Reading& reading)
      : grammar_(grammar), reading_(reading) {}

  // Fills `out` with the items of a sentence. Takes time linear in it.
  void lex(const Sentence& sentence, TimeItems& out);

 private:
  void part_token(std::uint32_t token);
  void add_piece(std::uint32_t token, std::uint32_t begin, std::uint32_t end,
                 std::string_view word);
  void add_senses(TimeItem& item);
  void add_figures(TimeItem& item);
  void add(TimeItem& item, Field field, std::int32_t value);
  std::size_t add_phrase(std::size_t at);
  // Each joins items from `at` on that are one thing, if they are; returns the end.
  std::size_t join_figures(std::size_t at);
  std::size_t join_words(std::size_t at);
  void join(std::size_t at, std::size_t end);

  const TimeGrammar& grammar_;
  const Reading& reading_;
  std::vector<TimeItem> pieces_;
  std::uint32_t end_ = 0;  // of the last piece, in the text
  TimeItems* out_ = nullptr;
};

}  // namespace tacitus
