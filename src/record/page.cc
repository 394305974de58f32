// The page: how a record looks on a terminal.
#include "record/page.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "record/event_page.h"
#include "record/position_page.h"

namespace tacitus {
namespace {

constexpr std::string_view kOpen = "“", kClose = "”";
constexpr std::string_view kPieceGap = " … ";
constexpr std::size_t kStep = 2;           // columns that words are set in under their speaker
constexpr std::size_t kDeepestIndent = 24;

// Length of the first of `marks` that `text` begins or ends with, 0 for none.
template <std::size_t n>
std::uint32_t mark_at_begin(std::string_view text, const std::string_view (&marks)[n]) {
  for (std::string_view mark : marks) {
    if (text.starts_with(mark)) return static_cast<std::uint32_t>(mark.size());
  }
  return 0;
}
template <std::size_t n>
std::uint32_t mark_at_end(std::string_view text, const std::string_view (&marks)[n]) {
  for (std::string_view mark : marks) {
    if (text.ends_with(mark)) return static_cast<std::uint32_t>(mark.size());
  }
  return 0;
}

constexpr std::string_view kMarks[] = {" ", "\n", "\r", "\t", "\"", "“",
                                       "”", "„", "«",  "»",  "‹",  "›", "``", "''"};
constexpr std::string_view kSingleMarks[] = {"'", "‘", "’"};

// `span` without white space and quotation marks at its ends. A single mark at the end may be a
// genitive's, so it goes only where one at the beginning went.
Span without_marks(std::string_view text, Span span) {
  bool opened_by_single = false;
  for (;;) {
    std::uint32_t n = mark_at_begin(span.in(text), kMarks);
    if (n == 0) {
      n = mark_at_begin(span.in(text), kSingleMarks);
      opened_by_single = opened_by_single || n > 0;
    }
    if (n == 0) break;
    span.begin += n;
  }
  for (;;) {
    std::uint32_t n = mark_at_end(span.in(text), kMarks);
    if (n == 0 && opened_by_single) n = mark_at_end(span.in(text), kSingleMarks);
    if (n == 0) break;
    span.end -= n;
  }
  return span;
}

// A stretch of content, all of it in quotation marks or none of it.
struct Stretch {
  Span span;  // without marks at its ends
  bool is_quoted;
};

// The content cut at the borders of what is quoted. Direct speech that has no marks of its own
// (a quote after a dash) counts as quoted throughout.
std::vector<Stretch> stretches(const Statement& statement, std::string_view text) {
  const bool all = statement.kind == StatementKind::kDirect && statement.quoted.empty();
  std::vector<Stretch> found;
  const auto add = [&](Span span, bool is_quoted) {
    span = without_marks(text, span);
    if (!span.empty()) found.push_back({span, is_quoted});
  };
  auto quote = statement.quoted.begin();
  for (const Span piece : statement.content) {
    if (all) {
      add(piece, true);
      continue;
    }
    std::uint32_t at = piece.begin;
    while (quote != statement.quoted.end() && quote->end <= at) ++quote;
    for (auto q = quote; q != statement.quoted.end() && q->begin < piece.end; ++q) {
      const Span inside{std::max(q->begin, at), std::min(q->end, piece.end)};
      if (at < inside.begin) add({at, inside.begin}, false);
      add(inside, true);
      at = inside.end;
    }
    if (at < piece.end) add({at, piece.end}, false);
  }
  return found;
}

// Whether words of the article stand between two stretches, which are then shown as two pieces.
bool leaves_out_words(std::string_view text, Span before, Span after) {
  return !without_marks(text, {before.end, after.begin}).empty();
}

void add_content(const Statement& statement, std::string_view text, Paragraph& out) {
  const std::vector<Stretch> all = stretches(statement, text);
  bool is_open = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Stretch& now = all[i];
    if (i > 0) {
      const bool gap = leaves_out_words(text, all[i - 1].span, now.span);
      if (is_open && (gap || !now.is_quoted)) {
        out.add(kClose, Style::kQuoted);
        is_open = false;
      }
      out.add(gap ? kPieceGap : " ", is_open ? Style::kQuoted : Style::kPlain);
    }
    if (now.is_quoted && !is_open) {
      out.add(kOpen, Style::kQuoted);
      is_open = true;
    }
    out.add(now.span.in(text), now.is_quoted ? Style::kQuoted : Style::kPlain);
  }
  if (is_open) out.add(kClose, Style::kQuoted);
}

std::string joined(const std::vector<Span>& spans, std::string_view text) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += kPieceGap;
    out += span.in(text);
  }
  return out;
}

std::string_view name_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::kDirect: return "direct";
    case StatementKind::kIndirect: return "indirect";
    case StatementKind::kMixed: return "mixed";
  }
  return "";
}

// The words for how it was said: "direct, denial". What goes without saying is left out.
std::string manner(const Statement& statement) {
  std::string out(name_of(statement.kind));
  if (statement.polarity && *statement.polarity != "affirms") {
    out += ", ";
    out += *statement.polarity == "denies"    ? "denial"
           : *statement.polarity == "refuses" ? "refusal"
                                              : *statement.polarity;
  }
  if (statement.certainty && *statement.certainty != "certain") out += ", " + *statement.certainty;
  return out;
}

bool has_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0x80) != 0 || (c >= '0' && c <= '9') ||
           (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

// "Name, role · CODE · told reporters · direct, denial".
Paragraph speaker_line(const Record& record, const Statement& statement) {
  const std::string_view text = record.article.text;
  Paragraph line;
  if (statement.actor && *statement.actor < record.actors.size()) {
    const Actor& actor = record.actors[*statement.actor];
    line.add(actor.name, Style::kName);
    // A description is a role already: "a ministry official".
    if (actor.role && !actor.name.ends_with(*actor.role)) line.add(", " + *actor.role);
    if (actor.code) line.add(" · " + *actor.code, Style::kQuiet);
  } else if (!statement.source.empty()) {
    line.add(joined(statement.source, text), Style::kName);
  } else {
    line.add("Speaker not named", Style::kQuiet);
  }
  const std::string cue = joined(statement.cue, text);
  if (has_word(cue)) line.add(" · " + cue);
  const std::string how = manner(statement);
  const bool marked = how.find(',') != std::string::npos;
  line.add(" · ", Style::kQuiet);
  line.add(how, marked ? Style::kMark : Style::kQuiet);
  return line;
}

// "7 March 2025, 14:05 UTC" for an ISO 8601 date or date-time; anything else as it is.
std::string readable_date(const std::string& iso) {
  static constexpr std::string_view kMonths[] = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  int year = 0, month = 0, day = 0;
  const auto number = [&](std::size_t at, std::size_t size, int& out) {
    const char* begin = iso.data() + at;
    return std::from_chars(begin, begin + size, out).ptr == begin + size;
  };
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-' || !number(0, 4, year) ||
      !number(5, 2, month) || !number(8, 2, day) || month < 1 || month > 12) {
    return iso;
  }
  std::string out = std::to_string(day) + " ";
  out += kMonths[month - 1];
  out += " " + std::to_string(year);
  if (iso.size() < 16 || iso[10] != 'T' || iso[13] != ':') return out;
  out += ", " + iso.substr(11, 5);
  const std::size_t zone = iso.find_first_of("Z+-", 16);
  if (zone != std::string::npos) out += iso[zone] == 'Z' ? " UTC" : " " + iso.substr(zone);
  return out;
}

void append_head(const Article& article, const Layout& layout, std::string& out) {
  Paragraph title;
  title.add(article.title ? *article.title : article.id, Style::kTitle);
  title.append_lines(layout, "", "", out);
  std::string about;
  const auto add = [&](const std::optional<std::string>& part) {
    if (!part) return;
    if (!about.empty()) about += " · ";
    about += *part;
  };
  add(article.source);
  if (article.author != article.source) add(article.author);
  if (article.published) add(readable_date(*article.published));
  Paragraph line;
  line.add(about, Style::kQuiet);
  line.append_lines(layout, "", "", out);
}

void append_statement(const Record& record, const Statement& statement, std::size_t indent,
                      const Layout& layout, std::string& out) {
  const bool is_nested = indent > 0;
  const std::string first = std::string(indent, ' ') + (is_nested ? "↳ " : "");
  const std::string rest(indent + (is_nested ? kStep : 0), ' ');
  speaker_line(record, statement).append_lines(layout, first, rest + std::string(kStep, ' '), out);
  Paragraph words;
  add_content(statement, record.article.text, words);
  const std::string under = rest + std::string(kStep, ' ');
  words.append_lines(layout, under, under, out);
}

// Appends a statement and, set in under it, those that it holds.
class StatementWriter {
 public:
  StatementWriter(const Record& record, const Layout& layout, std::string& out)
      : record_(record), layout_(layout), out_(out), held_(record.statements.size()),
        is_shown_(record.statements.size(), false) {
    for (std::size_t i = 0; i < held_.size(); ++i) {
      if (has_holder(i)) held_[*record_.statements[i].within].push_back(i);
    }
  }

  void write_all() {
    for (std::size_t i = 0; i < held_.size(); ++i) {
      if (!has_holder(i)) write(i);
    }
    // What is left hangs in a circle of wrong indices; it is shown all the same.
    for (std::size_t i = 0; i < held_.size(); ++i) write(i);
  }

 private:
  bool has_holder(std::size_t i) const {
    const auto& within = record_.statements[i].within;
    return within && *within < held_.size();
  }

  void write(std::size_t top) {
    struct Next {
      std::size_t statement, depth;
    };
    std::vector<Next> stack{{top, 0}};
    while (!stack.empty()) {
      const Next now = stack.back();
      stack.pop_back();
      if (is_shown_[now.statement]) continue;
      is_shown_[now.statement] = true;
      if (now.depth == 0) out_ += '\n';
      const std::size_t indent = std::min(now.depth * 2 * kStep, kDeepestIndent);
      append_statement(record_, record_.statements[now.statement], indent, layout_, out_);
      const auto& held = held_[now.statement];
      for (auto i = held.rbegin(); i != held.rend(); ++i) stack.push_back({*i, now.depth + 1});
    }
  }

  const Record& record_;
  const Layout& layout_;
  std::string& out_;
  std::vector<std::vector<std::size_t>> held_;  // by holder
  std::vector<bool> is_shown_;
};

}  // namespace

void append_page(const Record& record, const Layout& layout, std::string& out) {
  append_head(record.article, layout, out);
  Paragraph remark;
  if (!record.is_read) {
    remark.add("Not read: its language is ", Style::kQuiet);
    remark.add(record.article.language.value_or("unknown"), Style::kQuiet);
  } else if (record.statements.empty()) {
    remark.add("No statements found", Style::kQuiet);
  }
  if (remark.empty()) {
    StatementWriter(record, layout, out).write_all();
  } else {
    out += '\n';
    remark.append_lines(layout, "", "", out);
  }
  append_events(record, layout, out);
  append_positions(record, layout, out);
}

}  // namespace tacitus
