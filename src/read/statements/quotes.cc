// Pairs quotation marks paragraph by paragraph, and answers what stands between them.
#include "read/statements/quotes.h"

#include <algorithm>

#include "read/statements/quote_marks.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kDeepest = 8;  // quotations inside quotations that are told apart

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Span without_space(std::string_view text, Span span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

struct Paragraph {
  Span span;
  std::uint32_t first_sentence = 0;
};

std::vector<Paragraph> paragraphs_of(const Document& document) {
  std::vector<Paragraph> out;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (out.empty() || sentence.starts_paragraph) {
      out.push_back({sentence.span, s});
    } else {
      out.back().span.end = sentence.span.end;
    }
  }
  return out;
}

// Pairs the marks of one paragraph.
class Pairing {
 public:
  Pairing(std::string_view text, Span paragraph, bool reopened_next)
      : paragraph_(paragraph), reopened_next_(reopened_next),
        marks_(find_quote_marks(text, paragraph)) {}

  // `sentence_end(byte)` is where the sentence of a byte ends.
  template <class SentenceEnd>
  std::vector<Quote> pair(SentenceEnd sentence_end) {
    pair_double(MarkFamily::kDouble, sentence_end);
    pair_double(MarkFamily::kAngle, sentence_end);
    pair_single();
    return std::move(quotes_);
  }

 private:
  void close(std::uint32_t opener, Span closer) {
    const Span open = marks_[opener].span;
    quotes_.push_back({{open.begin, closer.end}, {open.end, closer.begin}});
  }

  template <class SentenceEnd>
  void pair_double(MarkFamily family, SentenceEnd sentence_end) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      const QuoteMark& mark = marks_[i];
      if (mark.family != family) continue;
      if (mark.can_close && !open.empty()) {
        close(open.back(), mark.span);
        open.pop_back();
      } else if (mark.can_open) {
        open.push_back(i);
      }
    }
    // What nothing closes: a paragraph of a longer quotation runs to its end, a lost mark in the
    // middle of a sentence takes no more than that sentence.
    for (const std::uint32_t i : open) {
      const Span mark = marks_[i].span;
      const bool leads = mark.begin == paragraph_.begin;
      std::uint32_t end = paragraph_.end;
      if (!leads && !reopened_next_) end = std::min(end, sentence_end(mark.begin));
      if (end <= mark.end) continue;
      Quote quote{{mark.begin, end}, {mark.end, end}};
      quote.is_open = end == paragraph_.end;
      quotes_.push_back(quote);
    }
  }

  // A single opening mark counts only with a closing one behind it in the same double quotation.
  void pair_single() {
    std::vector<Span> doubles;
    for (const Quote& quote : quotes_) doubles.push_back(quote.span);
    std::sort(doubles.begin(), doubles.end());
    std::vector<std::uint32_t> stack;          // of doubles that are open here
    std::vector<std::vector<std::uint32_t>> groups(doubles.size() + 1);
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].family != MarkFamily::kSingle) continue;
      const std::uint32_t at = marks_[i].span.begin;
      while (next < doubles.size() && doubles[next].begin <= at) {
        stack.push_back(static_cast<std::uint32_t>(next++));
      }
      while (!stack.empty() && doubles[stack.back()].end <= at) stack.pop_back();
      groups[stack.empty() ? doubles.size() : stack.back()].push_back(i);
    }
    for (const auto& group : groups) pair_single_group(group);
  }

  void pair_single_group(const std::vector<std::uint32_t>& group) {
    // For each place in the group the next closing mark, strong and weak, before the next opening
    // one: of two openings in a row the first was an apostrophe.
    std::vector<std::uint32_t> strong(group.size() + 1, kNone), weak = strong;
    for (std::size_t k = group.size(); k-- > 0;) {
      const QuoteMark& mark = marks_[group[k]];
      const auto here = static_cast<std::uint32_t>(k);
      strong[k] = mark.can_open ? kNone : mark.is_weak ? strong[k + 1] : here;
      weak[k] = mark.can_open ? kNone : mark.is_weak ? here : weak[k + 1];
    }
    for (std::size_t k = 0; k < group.size();) {
      const QuoteMark& mark = marks_[group[k]];
      std::uint32_t closer = kNone;
      if (mark.can_open) closer = strong[k + 1] != kNone ? strong[k + 1] : weak[k + 1];
      if (closer == kNone) {
        ++k;
        continue;
      }
      close(group[k], marks_[group[closer]].span);
      k = closer + 1;
    }
  }

  Span paragraph_;
  bool reopened_next_;
  std::vector<QuoteMark> marks_;
  std::vector<Quote> quotes_;
};

bool starts_with_opening_mark(std::string_view text, Span paragraph) {
  for (const std::string_view mark : {"\"", "\u201C", "\u201E", "\u00AB", "``", "''"}) {
    if (paragraph.in(text).starts_with(mark)) return true;
  }
  return false;
}

}  // namespace

Quotes::Quotes(const Reading& reading) : text_(reading.text()) {
  const std::vector<Paragraph> paragraphs = paragraphs_of(reading.document());
  bool left_open = false;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const Span span = paragraphs[p].span;
    const bool reopened_next =
        p + 1 < paragraphs.size() && starts_with_opening_mark(text_, paragraphs[p + 1].span);
    std::vector<Quote> found =
        Pairing(text_, span, reopened_next).pair([&](std::uint32_t at) {
          return reading.document().sentences[reading.sentence_at(at)].span.end;
        });
    std::sort(found.begin(), found.end(), [](const Quote& a, const Quote& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    bool open_here = false;
    std::vector<std::uint32_t> stack;
    for (Quote quote : found) {
      while (!stack.empty() && quotes_[stack.back()].span.end <= quote.span.begin) {
        stack.pop_back();
      }
      if (!stack.empty()) {
        // Marks of two kinds that cross: the one that opened first stands.
        if (quote.span.end > quotes_[stack.back()].span.end || stack.size() >= kDeepest) continue;
        quote.parent = stack.back();
      }
      quote.depth = static_cast<std::uint32_t>(stack.size());
      quote.is_reopened = left_open && quote.depth == 0 && quote.span.begin == span.begin;
      open_here = open_here || (quote.is_open && quote.depth == 0);
      stack.push_back(static_cast<std::uint32_t>(quotes_.size()));
      quotes_.push_back(quote);
    }
    left_open = open_here;
  }
}

const Quote* Quotes::around(std::uint32_t at) const {
  const auto behind =
      std::upper_bound(quotes_.begin(), quotes_.end(), at,
                       [](std::uint32_t x, const Quote& q) { return x < q.span.begin; });
  const Quote* best = nullptr;
  if (behind == quotes_.begin()) return best;
  for (auto i = static_cast<std::uint32_t>(behind - quotes_.begin() - 1); i != kNone;
       i = quotes_[i].parent) {
    if (at < quotes_[i].span.end) best = &quotes_[i];
  }
  return best;
}

void Quotes::quoted(Span span, std::optional<Span> cue, std::vector<Span>& out) const {
  const auto first =
      std::lower_bound(quotes_.begin(), quotes_.end(), span.begin,
                       [](const Quote& q, std::uint32_t x) { return q.span.begin < x; });
  std::uint32_t reached = span.begin;
  const auto take = [&](const Quote& quote) {
    if (cue && quote.span.overlaps(*cue)) return;
    if (quote.span.begin < reached && reached != span.begin) return;  // inside one that was taken
    const Span part = without_space(
        text_, {std::max(quote.words.begin, span.begin), std::min(quote.words.end, span.end)});
    if (part.begin < part.end) out.push_back(part);
    reached = std::max(reached, std::min(quote.span.end, span.end));
  };
  // Quotations that began before the span, from the outermost in.
  std::vector<const Quote*> outer;
  if (first != quotes_.begin()) {
    for (auto i = static_cast<std::uint32_t>(first - quotes_.begin() - 1); i != kNone;
         i = quotes_[i].parent) {
      if (quotes_[i].span.end > span.begin) outer.push_back(&quotes_[i]);
    }
  }
  for (auto q = outer.rbegin(); q != outer.rend() && reached == span.begin; ++q) take(**q);
  for (auto q = first; q != quotes_.end() && q->span.begin < span.end; ++q) take(*q);
}

}  // namespace tacitus
