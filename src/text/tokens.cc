// A scanner over one run of characters without whitespace at a time: at each place it takes the
// longest token that the rules know, and cuts contractions off the words that it finds.
#include "text/tokens.h"

#include <algorithm>

#include "text/chars.h"
#include "text/clitics.h"
#include "text/numbers.h"
#include "text/tables.h"
#include "text/web.h"

namespace tacitus {
namespace {

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

class Scanner {
 public:
  Scanner(std::string_view text, Span range, std::vector<Token>& out)
      : text_(text.substr(0, range.end)), at_(range.begin), out_(out) {}

  void run() {
    bool line = true;  // the chunk is a line's first
    while (at_ < text_.size()) {
      const Char c = peek(at_);
      if (c.kind == CharKind::kSpace) {
        line |= is_line_break(c.code);
        at_ += c.size;
        continue;
      }
      chunk_begin_ = at_;
      chunk_end_ = at_;
      for (Char d = c; d.kind != CharKind::kSpace; d = peek(chunk_end_)) chunk_end_ += d.size;
      has_web_ = may_hold_web(text_.substr(chunk_begin_, chunk_end_ - chunk_begin_));
      const std::uint32_t size = chunk_end_ - chunk_begin_;
      if ((line && is_label()) || (size < 4 && is_emoticon(slice(at_, chunk_end_)))) {
        emit(chunk_end_);
      }
      while (at_ < chunk_end_) next();
      line = false;
    }
  }

 private:
  Char peek(std::uint32_t at) const { return char_at(text_, at); }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  // Emits text[at_, end) with the marks on its last character.
  void emit(std::uint32_t end) {
    while (end < chunk_end_ && peek(end).kind == CharKind::kMark) end += peek(end).size;
    Token& token = out_.emplace_back();
    token.span = {at_, end};
    token.shape = shape_of(token.span.in(text_));
    at_ = end;
  }

  // Whether the chunk, a line's first, is the label of a heading or list entry: "2.1.", "(b)".
  // A number that a wrapped line happens to begin with has an open line before it.
  bool is_label() const {
    if (chunk_end_ - at_ > 8 || peek(chunk_end_).kind != CharKind::kSpace) return false;
    if (!out_.empty()) {
      const Char before = char_before(text_, out_.back().span.end);
      const std::string_view gap = slice(out_.back().span.end, at_);
      const bool blank = gap.find('\n') != gap.rfind('\n');
      const bool closed = is_terminator(before.code) || before.code == ':' || before.code == ';';
      if (!blank && !closed) return false;
    }
    std::uint32_t at = at_;
    const bool open = text_[at] == '(';
    at += open;
    const std::uint32_t name = at;
    if (is_letter(peek(at).kind) && peek(at).size == 1) {
      ++at;
    } else {
      while (at < chunk_end_ && digits(at) > at && digits(at) - at < 4) {
        at = digits(at);
        if (peek(at).code != '.' || digits(at + 1) == at + 1) break;
        ++at;
      }
    }
    if (at == name || at + 1 != chunk_end_) return false;
    return text_[at] == ')' || (!open && text_[at] == '.');
  }

  void next() {
    const Char c = peek(at_);
    if (has_web_) {
      const std::uint32_t length = web_length(slice(at_, chunk_end_));
      if (length > 0) return emit(at_ + length);
    }
    if (is_word(c.kind) && c.kind != CharKind::kMark) return word();
    if (is_apostrophe(c.code)) return apostrophe(c);
    if (c.code == '`') return emit(run_end(at_, '`', 2));
    if (c.code == '.' && is_ascii_digit(peek(at_ + 1).code)) return emit(number(at_ + 1));
    if (c.code == '[' && slice(at_, at_ + 5) == "[...]") return emit(at_ + 5);
    if (c.code == '.' || c.code == '!' || c.code == '?') return emit(terminators(c.code));
    if ((c.code == '#' || c.code == '@') && is_letter(peek(at_ + 1).kind)) return emit(tag());
    if (c.code == '+' && is_ascii_digit(peek(at_ + 1).code)) {
      const std::uint32_t end = number(at_ + 1);
      if (end - at_ > 6) return emit(end);  // a telephone number
    }
    if (repeats(c.code)) return emit(run_end(at_, c.code, chunk_end_));
    emit(single(at_));
  }

  // The end of a run of at most `most` times `code`.
  std::uint32_t run_end(std::uint32_t at, char32_t code, std::uint32_t most) const {
    for (; most > 0 && at < chunk_end_; --most) {
      const Char c = peek(at);
      if (c.code != code) break;
      at += c.size;
    }
    return at;
  }

  static bool repeats(char32_t c) {
    return is_dash(c) || c == '*' || c == '=' || c == '_' || c == '~' || c == '+' || c == '<' ||
           c == '>' || c == '|' || c == '#' || c == '$' || c == 0x2026;
  }

  std::uint32_t terminators(char32_t first) const {
    if (first == '.') return run_end(at_, '.', chunk_end_);
    std::uint32_t end = at_;
    for (Char c = peek(end); c.code == '!' || c.code == '?'; c = peek(end)) end += c.size;
    return end;
  }

  // One character; emoji that are joined, and the two letters of a flag, stay one.
  std::uint32_t single(std::uint32_t at) const {
    Char c = peek(at);
    const bool flag = is_flag_letter(c.code);
    at += c.size;
    if (flag && is_flag_letter(peek(at).code)) return at + peek(at).size;
    bool joined = false;
    for (c = peek(at); at < chunk_end_; c = peek(at)) {
      if (c.kind != CharKind::kMark && !(joined && c.kind == CharKind::kSymbol)) break;
      joined = c.code == 0x200D;
      at += c.size;
    }
    return at;
  }

  std::uint32_t tag() const {
    std::uint32_t end = at_ + 1;
    for (Char c = peek(end); is_word(c.kind) || c.code == '_'; c = peek(end)) end += c.size;
    return end;
  }

  // Behind a word with no space between: the clitic that begins at the apostrophe, else 0.
  std::uint32_t clitic(std::uint32_t at) const {
    std::uint32_t end = at + peek(at).size;
    const std::uint32_t letters = end;
    while (end < chunk_end_ && is_word(peek(end).kind)) end += peek(end).size;
    return is_clitic(slice(letters, end)) ? end : 0;
  }

  void apostrophe(Char c) {
    const std::uint32_t after = at_ + c.size;
    if (at_ > chunk_begin_) {
      const std::uint32_t end = clitic(at_);
      if (end > 0) return emit(end);
    }
    if (c.code == '\'' && peek(after).code == '\'') return emit(after + 1);
    if (is_ascii_digit(peek(after).code)) {  // '90s
      const std::uint32_t end = number(after);
      const Char s = peek(end);
      if (end - after == 2 || s.code == 's') return emit(s.code == 's' ? end + 1 : end);
    }
    if (at_ == chunk_begin_) {
      const std::uint32_t end = letters_end(after);
      const std::string_view rest = slice(after, end);
      if (rest == "em" || rest == "til" || rest == "cause" || rest == "bout") return emit(end);
    }
    emit(single(at_));
  }

  std::uint32_t letters_end(std::uint32_t at) const {
    while (at < chunk_end_ && is_word(peek(at).kind)) at += peek(at).size;
    return at;
  }

  std::uint32_t digits(std::uint32_t at) const { return digits_end(slice(0, chunk_end_), at); }
  std::uint32_t number(std::uint32_t at) const { return number_end(slice(0, chunk_end_), at); }

  // How far a word goes, and what was seen on the way.
  struct Extent {
    std::uint32_t end;
    std::uint32_t part;          // where the part behind its last stop, hyphen or stroke begins
    bool stops = false;          // it has full stops inside
    bool single_letters = true;  // and one letter before each: "U.S"
  };

  // The word that begins at at_: letters, digits and what may stand between them.
  Extent extent() const {
    Extent word{at_, at_};
    while (word.end < chunk_end_) {
      const Char c = peek(word.end);
      if (is_ascii_digit(c.code) &&
          (word.end == at_ || !is_word(char_before(text_, word.end).kind))) {
        word.end = number(word.end);
      } else if (is_word(c.kind)) {
        word.end += c.size;
      } else if (word.end + c.size < chunk_end_ && is_word(peek(word.end + c.size).kind) &&
                 joins(word, c)) {
        word.end += c.size;
        if (c.code == '.' || c.code == '-' || c.code == '/') word.part = word.end;
      } else {
        break;
      }
    }
    return word;
  }

  // Whether the mark `c` behind the word so far belongs to it; more of the word may follow.
  bool joins(Extent& word, Char c) const {
    if (is_apostrophe(c.code) || c.code == '_') return true;
    if (c.code == '-') return joins_hyphen(word.part, word.end);
    if (c.code == '/') return joins_stroke(word.end);
    const std::uint32_t length = code_points(word.part, word.end);
    const Char first = peek(word.part), after = peek(word.end + c.size);
    if (c.code == '&') {  // "AT&T"
      return length < 4 && first.kind == CharKind::kUpper && after.kind == CharKind::kUpper;
    }
    if (c.code != '.') return false;
    const bool initial = length == 1 && is_letter(first.kind);
    if (!initial && !joins_stop(word.part, word.end, after)) return false;
    word.stops = true;
    word.single_letters &= initial;
    return true;
  }

  // Emits the word that begins at at_, whole or in its parts.
  void word() {
    const Extent word = extent();
    std::uint32_t end = currency(word.end);
    const Char c = peek(end);
    const bool ellipsis = run_end(end, '.', 3) == end + 3;
    if (c.code == '.' && !ellipsis && keeps_stop(word)) return emit(end + 1);
    const bool last = end + 1 == chunk_end_ && chunk_end_ < text_.size();
    if (c.code == '-' && last && is_cut_off(end)) return emit(end + 1);
    if (slice(end, end + 3) == "(s)") end += 3;
    if (is_ascii_digit(peek(at_).code)) {
      const std::uint32_t figures = number(at_);
      const std::string_view letters = slice(figures, end);
      if (is_unit(letters)) emit(figures);
      if (letters == "'s" || letters == "\xE2\x80\x99s") return emit(end);  // "1930's"
    }
    cut_clitics(end);
  }

  // The characters of text[begin, end), counted no further than to those of a short word.
  std::uint32_t code_points(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t count = 0;
    end = std::min(end, begin + 16);
    for (std::uint32_t i = begin; i < end; ++i) count += is_border(text_, i);
    return count;
  }

  // "US$", "HK$"
  std::uint32_t currency(std::uint32_t end) const {
    if (end - at_ > 3 || peek(end).code != '$') return end;
    for (std::uint32_t i = at_; i < end; ++i) {
      if (text_[i] < 'A' || text_[i] > 'Z') return end;
    }
    return end + 1;
  }

  // Whether a full stop between letters belongs to the word: "Ph.D", "example.com", "report.pdf".
  bool joins_stop(std::uint32_t part, std::uint32_t stop, Char after) const {
    if (abbreviation(slice(part, letters_end(stop + 1))) != Abbreviation::kNot) return true;
    const Char before = char_before(text_, stop);
    if (after.kind == CharKind::kDigit) return before.kind == CharKind::kDigit;
    if (before.kind == CharKind::kUpper && after.kind == CharKind::kUpper) {
      return is_exchange(stop + 1);
    }
    return is_letter(before.kind) && after.kind == CharKind::kLower;
  }

  // The short part in capitals that ends the code of a share: "ABCD.L", "ABCD.HK".
  bool is_exchange(std::uint32_t at) const {
    const std::uint32_t begin = at;
    while (at < chunk_end_ && peek(at).kind == CharKind::kUpper) at += peek(at).size;
    return at - begin <= 2 && !is_word(peek(at).kind);
  }

  bool joins_hyphen(std::uint32_t part, std::uint32_t hyphen) const {
    const Char after = peek(hyphen + 1);
    if (is_letter(after.kind) && is_joined_prefix(slice(part, hyphen))) return true;
    return is_joined_suffix(slice(hyphen + 1, letters_end(hyphen + 1)));
  }

  // "s/he", "w/o", "b/c", "n/a"; others are two words.
  bool joins_stroke(std::uint32_t stroke) const {
    const std::string_view both = slice(at_, letters_end(stroke + 1));
    return both == "s/he" || both == "w/o" || both == "b/c" || both == "c/o" || both == "n/a";
  }

  // "th- th- they": a word that is broken off, and "pre- and post-war".
  bool is_cut_off(std::uint32_t end) const {
    return is_letter(peek(at_).kind) && (end - at_ <= 4 || is_joined_prefix(slice(at_, end)));
  }

  // Where, behind spaces and opening marks, the next word begins; it is looked for nearby only.
  std::uint32_t next_word(std::uint32_t at) const {
    const std::uint32_t limit = at + 16;
    while (at < text_.size() && at < limit) {
      const Char c = peek(at);
      if (c.kind != CharKind::kSpace && !is_quote(c.code) && !is_opener(c.code)) break;
      at += c.size;
    }
    return at;
  }

  std::string_view word_at(std::uint32_t at) const {
    std::uint32_t end = at;
    while (is_word(peek(end).kind) && end - at < 32) end += peek(end).size;
    return slice(at, end);
  }

  // Whether the full stop behind `word` belongs to it.
  bool keeps_stop(const Extent& word) const {
    const std::uint32_t end = word.end;
    if (word.stops && word.single_letters && code_points(word.part, end) == 1) return true;
    const std::uint32_t begin = next_word(end + 1);
    const Char next = peek(begin);
    switch (abbreviation(slice(at_, end))) {
      case Abbreviation::kTitle:
      case Abbreviation::kEnd:
      case Abbreviation::kCompany:
      case Abbreviation::kLast:
      case Abbreviation::kInside:
        return true;
      case Abbreviation::kNumber:
        return next.kind == CharKind::kDigit || char_before(text_, at_).code == '(';
      case Abbreviation::kNot:
        break;
    }
    // An initial: "J. Smith"; but "Plan B. The talks", "You and I."
    if (code_points(at_, end) != 1 || peek(at_).kind != CharKind::kUpper) return false;
    if (next.kind == CharKind::kUpper) return !is_starter(word_at(begin));
    return peek(end + 1).code == ',';
  }

  // Emits the word that ends at `end`, cut before "n't" and the like.
  void cut_clitics(std::uint32_t end) {
    const std::string_view whole = slice(at_, end);
    if (const std::uint32_t first = contraction(whole); first > 0) {
      emit(at_ + first);
      return emit(end);
    }
    std::uint32_t cuts[3];
    int count = 0;
    std::uint32_t tail = end;
    while (count < 3) {
      const std::uint32_t cut = at_ + last_clitic(slice(at_, tail));
      if (cut == at_) break;
      cuts[count++] = cut;
      tail = cut;
    }
    while (count > 0) emit(cuts[--count]);
    emit(end);
  }

  std::string_view text_;
  std::uint32_t at_;
  std::vector<Token>& out_;
  std::uint32_t chunk_begin_ = 0, chunk_end_ = 0;
  bool has_web_ = false;
};

}  // namespace

void tokenize(std::string_view text, Span range, std::vector<Token>& out) {
  Scanner(text, range, out).run();
}

}  // namespace tacitus
