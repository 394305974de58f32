// What stands on either side of a mark says whether it opens, closes or is an apostrophe.
#include "read/statements/quote_marks.h"

#include "base/utf8.h"

namespace tacitus {
namespace {

bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c < 0x2000) || c >= 0x2C00;
}
bool is_digit_char(char32_t c) { return c >= '0' && c <= '9'; }
bool is_gap(char32_t c) { return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B); }
bool is_dash_char(char32_t c) { return c == '-' || (c >= 0x2012 && c <= 0x2015); }
bool opens_bracket(char32_t c) { return c == '(' || c == '[' || c == '{' || c == '<'; }
bool is_any_mark(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB ||
         c == 0xBB || c == 0x2039 || c == 0x203A;
}
bool ends_clause(char32_t c) {
  return c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == ':' || c == 0x2026 ||
         c == ')' || is_dash_char(c);
}

char32_t before(std::string_view text, Span bounds, std::uint32_t at) {
  if (at <= bounds.begin) return ' ';
  std::uint32_t begin = at - 1;
  while (begin > bounds.begin && !is_border(text, begin)) --begin;
  return decode(text, begin).code;
}
char32_t at_or_gap(std::string_view text, Span bounds, std::uint32_t at) {
  return at >= bounds.end ? U' ' : decode(text, at).code;
}

// Words whose first letters an apostrophe stands for, so that it opens nothing.
bool is_clipped(std::string_view rest) {
  constexpr std::string_view kClipped[] = {"em", "til", "till", "tis", "twas", "cause", "n",
                                           "round", "bout"};
  std::size_t size = 0;
  while (size < rest.size() && is_word(static_cast<unsigned char>(rest[size]))) ++size;
  const std::string_view word = rest.substr(0, size);
  if (word.size() >= 2 && is_digit_char(word[0]) && is_digit_char(word[1])) {
    return word.size() == 2 || word.substr(2) == "s";  // '16, '90s
  }
  for (const std::string_view known : kClipped) {
    if (word == known) return true;
  }
  return false;
}

class Finder {
 public:
  Finder(std::string_view text, Span bounds) : text_(text), bounds_(bounds) {}

  std::vector<QuoteMark> find() {
    for (std::uint32_t at = bounds_.begin; at < bounds_.end;) {
      const CodePoint point = decode(text_, at);
      at = look(point.code, {at, at + point.size});
    }
    return std::move(marks_);
  }

 private:
  // Looks at one character; gives the byte to go on from.
  std::uint32_t look(char32_t c, Span span) {
    switch (c) {
      case '"': add_even(span, MarkFamily::kDouble); break;
      case 0x201C: case 0x201E: case 0x201F:  // “ „ ‟
        add(span, MarkFamily::kDouble, true, c == 0x201C && closes_low_);
        closes_low_ = c == 0x201E;
        break;
      case 0x201D: {  // ”, which some write on both sides
        const bool alone = is_gap(before(text_, bounds_, span.begin)) &&
                           is_word(at_or_gap(text_, bounds_, span.end));
        add(span, MarkFamily::kDouble, alone, !alone);
        break;
      }
      case 0xAB: case 0x2039: add(span, MarkFamily::kAngle, true, false); break;
      case 0xBB: case 0x203A: add(span, MarkFamily::kAngle, false, true); break;
      case '`':
        if (at_or_gap(text_, bounds_, span.end) == '`') {
          ++span.end;
          add(span, MarkFamily::kDouble, true, false);
        } else {
          add_single(span, true);
        }
        break;
      case '\'':
        if (at_or_gap(text_, bounds_, span.end) == '\'') {
          ++span.end;
          add_even(span, MarkFamily::kDouble);
          break;
        }
        add_single(span, false);
        break;
      case 0x2018: add_single(span, true); break;   // ‘
      case 0x2019: add_single(span, false); break;  // ’
      default: break;
    }
    return span.end;
  }

  void add(Span span, MarkFamily family, bool can_open, bool can_close, bool is_weak = false) {
    if (can_open || can_close) marks_.push_back({span, family, can_open, can_close, is_weak});
  }

  // A mark that looks the same on both sides.
  void add_even(Span span, MarkFamily family) {
    const char32_t left = before(text_, bounds_, span.begin);
    const char32_t right = at_or_gap(text_, bounds_, span.end);
    const bool loose_left = is_gap(left) || opens_bracket(left) || is_any_mark(left);
    const bool loose_right = is_gap(right) || ends_clause(right) || is_any_mark(right);
    bool can_open = (loose_left || is_dash_char(left)) && !is_gap(right);
    bool can_close = !is_gap(left) && !(opens_bracket(left));
    if (is_word(left) && is_word(right)) can_open = can_close = false;  // 6"2
    if (is_gap(left) && is_gap(right)) can_open = can_close = true;
    if (can_open && can_close && !loose_right && is_gap(left)) can_close = false;
    add(span, family, can_open, can_close);
  }

  void add_single(Span span, bool opens_only) {
    const char32_t left = before(text_, bounds_, span.begin);
    const char32_t right = at_or_gap(text_, bounds_, span.end);
    if (is_word(left) && is_word(right)) return;  // don't
    const bool loose_left =
        is_gap(left) || opens_bracket(left) || is_any_mark(left) || is_dash_char(left);
    if (loose_left && is_word(right)) {
      if (!is_clipped(text_.substr(span.end, 12))) add(span, MarkFamily::kSingle, true, false);
      return;
    }
    if (opens_only || is_gap(left) || is_word(right)) return;
    // "voters' hopes", "doin' well": likely no mark, unless a clause ends with it.
    const bool clause_ends = ends_clause(left) || ends_clause(right) || is_any_mark(right);
    const bool is_weak = !clause_ends && (left == 's' || left == 'n');
    add(span, MarkFamily::kSingle, false, true, is_weak);
  }

  std::string_view text_;
  Span bounds_;
  bool closes_low_ = false;  // the last double mark was „, which “ closes
  std::vector<QuoteMark> marks_;
};

}  // namespace

std::vector<QuoteMark> find_quote_marks(std::string_view text, Span paragraph) {
  return Finder(text, paragraph).find();
}

}  // namespace tacitus
