// Quotation marks of an article: which words stand in them, whoever wrote them and however.
//
// Curly, straight, doubled single marks ('' and ``), guillemets and single marks are known.
// Apostrophes are no marks. A quotation that runs over paragraphs has its marks opened again at
// each and closed once; each paragraph of it is a Quote of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/span.h"
#include "read/reading.h"

namespace tacitus {

struct Quote {
  Span span;                    // with its marks
  Span words;                   // between them
  std::uint32_t parent = kNone; // the quotation around this one
  std::uint32_t depth = 0;
  bool is_open = false;         // its paragraph ends without a closing mark
  bool is_reopened = false;     // goes on with the quotation that the paragraph before left open
};

class Quotes {
 public:
  explicit Quotes(const Reading& reading);

  // In the order of their first marks; each holds, or lies outside of, any other.
  const std::vector<Quote>& all() const { return quotes_; }

  // The outermost quotation that byte `at` lies in, marks counted in; null where there is none.
  const Quote* around(std::uint32_t at) const;

  // Appends the stretches of `span` that stand in quotation marks, without the marks, ascending.
  // Quotations that hold `cue` are somebody else's words and do not count.
  void quoted(Span span, std::optional<Span> cue, std::vector<Span>& out) const;

 private:
  std::string_view text_;
  std::vector<Quote> quotes_;
};

}  // namespace tacitus
