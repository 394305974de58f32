// First marks where paragraphs and quotations end; then goes from each mark that can close a
// sentence over the quotes and brackets behind it, and decides by the next word whether another
// sentence begins there.
#include "text/sentences.h"

#include <algorithm>
#include <string_view>

#include "text/chars.h"
#include "text/layout.h"
#include "text/tables.h"

namespace tacitus {
namespace {

class Splitter {
 public:
  Splitter(Document& document, std::uint32_t body_start)
      : document_(document), layout_(document.text), body_start_(body_start) {}

  void run(const std::vector<std::uint32_t>& barriers) {
    mark(barriers);
    std::uint32_t first = 0;
    bool paragraph = true;
    for (std::uint32_t i = 0; i < size(); ++i) {
      const bool last = marks_[i] & kLast;
      if (!last && i + 1 - first < kLongestSentence && !ends_sentence(first, i)) continue;
      add(first, i + 1, paragraph);
      first = i + 1;
      paragraph = last;
    }
  }

 private:
  static constexpr std::uint8_t kLast = 1;     // the last token of a paragraph
  static constexpr std::uint8_t kCloses = 2;   // a quote or bracket that closes
  static constexpr std::uint32_t kMarks = 6;   // most quotes and brackets that stand together

  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.tokens.size()); }
  const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
  std::string_view word(std::uint32_t i) const { return document_.token_text(i); }
  Char first_char(std::uint32_t i) const { return char_at(document_.text, token(i).span.begin); }
  Char last_char(std::uint32_t i) const { return char_before(document_.text, token(i).span.end); }
  bool is_punctuation(std::uint32_t i) const { return token(i).shape == Shape::kPunctuation; }
  bool closes(std::uint32_t i) const { return marks_[i] & kCloses; }
  bool touches_next(std::uint32_t i) const {
    return i + 1 < size() && token(i).span.end == token(i + 1).span.begin;
  }

  void add(std::uint32_t first, std::uint32_t end, bool paragraph) {
    document_.tokens[first].before = paragraph ? Break::kParagraph : Break::kSentence;
    document_.sentences.push_back({.span = document_.token_range(first, end),
                                   .first_token = first,
                                   .end_token = end,
                                   .starts_paragraph = paragraph,
                                   .in_headline = token(first).span.begin < body_start_});
  }

  void mark(const std::vector<std::uint32_t>& barriers) {
    marks_.assign(size(), 0);
    auto barrier = barriers.begin();
    bool open = false;  // a straight quote
    bool starts = true;
    for (std::uint32_t i = 0; i < size(); ++i) {
      while (barrier != barriers.end() && *barrier <= i) ++barrier;
      const bool forced = barrier != barriers.end() && *barrier == i + 1;
      const bool last = i + 1 == size() || forced || breaks_paragraph(i);
      if (is_punctuation(i) && closes_quote(i, starts, last, open)) marks_[i] |= kCloses;
      if (last) {
        marks_[i] |= kLast;
        open = false;
      }
      starts = last;
    }
  }

  bool breaks_paragraph(std::uint32_t i) const {
    const std::uint32_t begin = token(i).span.end, end = token(i + 1).span.begin;
    if (token(i).span.begin < body_start_ && end >= body_start_) return true;
    return begin != end && layout_.ends_paragraph(begin, end);
  }

  // Whether token i, a mark, closes a quotation or bracket. A straight quote is told by the
  // spaces around it, and where they do not tell, quotes open and close by turns.
  bool closes_quote(std::uint32_t i, bool starts, bool last, bool& open) const {
    const std::string_view mark = word(i);
    const bool before = !starts && touches_next(i - 1);
    const bool after = !last && touches_next(i);
    if (mark == "\"" || mark == "''") {
      const bool closing = !starts && (last || (before == after ? open : before));
      open = !closing;
      return closing;
    }
    const char32_t code = first_char(i).code;
    if (code == 0x201D || is_closer(code)) return !starts;
    return is_apostrophe(code) && before;
  }

  // Whether a sentence ends behind token i, which is not a paragraph's last; it began at first.
  bool ends_sentence(std::uint32_t first, std::uint32_t i) const {
    // Back over the marks that close what the full stop has ended, and footnotes: ."[12]
    std::uint32_t stop = i;
    while (stop > first && i - stop < kMarks && (closes(stop) || in_footnote(first, stop))) --stop;
    if (!is_stop(stop) || goes_on_with_mark(i)) return false;
    if (stop == first && token(stop).shape == Shape::kNumber) return false;  // "2. Methods"
    return begins_sentence(first, stop, i);
  }

  bool is_stop(std::uint32_t i) const {
    const char32_t code = last_char(i).code;
    return is_punctuation(i) ? is_terminator(code) || word(i) == "[...]" : code == '.';
  }

  // "[12]" behind the end of a sentence belongs to it.
  bool is_footnote(std::uint32_t i) const {
    return i + 2 < size() && word(i) == "[" && word(i + 2) == "]" &&
           token(i + 1).shape == Shape::kNumber;
  }
  bool in_footnote(std::uint32_t first, std::uint32_t i) const {
    return is_footnote(i) || (i > first + 1 && is_footnote(i - 1));
  }

  // The mark behind token i still belongs to what the full stop before i has ended.
  bool goes_on_with_mark(std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    if (!is_punctuation(next)) return is_footnote(i);
    if (closes(next) || is_footnote(next) || (i > 0 && is_footnote(i - 1))) return true;
    const char32_t code = first_char(next).code;
    return code == ',' || code == ';' || code == ':' ||
           (is_terminator(code) && last_char(next).code != '.') || word(next) == ".";
  }

  // Whether the tokens behind `last` begin a sentence, when `stop` is the mark before them and
  // the sentence that it may end began at `first`.
  bool begins_sentence(std::uint32_t first, std::uint32_t stop, std::uint32_t last) const {
    std::uint32_t next = last + 1;
    if (touches_next(last) && last == stop && !begins_unspaced(next)) return false;
    // What the sentence would begin with: the word behind opening marks.
    const bool dash = is_dash(first_char(next).code);
    const std::uint32_t marks_end = std::min(size() - 1, next + kMarks);
    while (next < marks_end && is_punctuation(next)) ++next;
    const CharKind kind = first_char(next).kind;
    if (kind == CharKind::kLower) {
      // Where one sentence begins small, as in hasty messages, the next may too.
      const bool small = first_char(first).kind == CharKind::kLower && is_punctuation(stop);
      return (word(stop) == "." && next > last + 1 && !dash) || (small && word(stop) != "...");
    }
    if (!is_punctuation(stop)) return kind == CharKind::kUpper && ends_abbreviation(stop, next);
    const bool asks = word(stop) != ".";
    return !(asks && (dash || (last > stop && names_speaker(next))));
  }

  // Behind a full stop without a space: "end.Another", but not "Yahoo!-owned".
  bool begins_unspaced(std::uint32_t next) const {
    const Char c = first_char(next);
    return c.kind == CharKind::kUpper || c.kind == CharKind::kIdeograph || is_opener(c.code) ||
           is_quote(c.code);
  }

  // A sentence may end with the abbreviation `stop`, and `next` looks like the next one's first.
  bool ends_abbreviation(std::uint32_t stop, std::uint32_t next) const {
    std::string_view name = word(stop);
    name.remove_suffix(1);
    const Abbreviation kind = abbreviation(name);
    if (kind == Abbreviation::kTitle || kind == Abbreviation::kInside) return false;
    // "the U.S. Has asked": some wires capitalise the word behind the full stop. No statement begins
    // with such a word.
    if (name.find('.') != name.npos && is_auxiliary(word(next)) && !asks_from(next)) return false;
    if (kind == Abbreviation::kLast || is_starter(word(next))) return true;
    // "Acme Corp. Shares rose", but "Acme Corp. Chairman Jane Doe".
    return kind == Abbreviation::kCompany && token(next).shape == Shape::kTitle &&
           next + 1 < size() && token(next + 1).shape == Shape::kLower;
  }

  static bool is_auxiliary(std::string_view word) {
    constexpr std::string_view kWords[] = {"Is",   "Are",  "Was",   "Were", "Do",  "Does",
                                           "Did",  "Has",  "Have",  "Had",  "Will", "Would",
                                           "Can",  "Could", "Should", "May", "Must"};
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
  }

  // Whether the next mark that ends a sentence is one of a question.
  bool asks_from(std::uint32_t next) const {
    constexpr std::uint32_t kReach = 60;  // tokens
    for (std::uint32_t i = next; i < std::min(size(), next + kReach); ++i) {
      if (!is_punctuation(i)) continue;
      const char32_t code = last_char(i).code;
      if (code == '?') return true;
      if (is_terminator(code)) return false;
    }
    return false;
  }

  // '"Why?" Smith asked': the words behind the quote name its speaker.
  bool names_speaker(std::uint32_t next) const {
    const std::uint32_t end = std::min(size(), next + 5);
    for (std::uint32_t i = next; i < end; ++i) {
      if (is_speech_verb(word(i))) return i > next;
      if (is_punctuation(i) || (token(i).shape == Shape::kLower && i > next + 1)) return false;
    }
    return false;
  }

  Document& document_;
  const Layout layout_;
  std::uint32_t body_start_;
  std::vector<std::uint8_t> marks_;  // by token
};

}  // namespace

void split_sentences(Document& document, std::uint32_t body_start,
                     const std::vector<std::uint32_t>& barriers) {
  document.sentences.clear();
  for (Token& token : document.tokens) token.before = Break::kNone;
  Splitter(document, body_start).run(barriers);
}

}  // namespace tacitus
