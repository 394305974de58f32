// Looks at the lines before the first paragraph and behind the last, where saved pages have
// their furniture. In doubt a line is the article's.
#include "page/text_page.h"

#include <algorithm>
#include <vector>

#include "base/weekdays.h"
#include "page/agencies.h"
#include "page/credits.h"
#include "page/dateline.h"
#include "page/dates.h"
#include "page/fold.h"
#include "page/language.h"
#include "page/lines.h"
#include "page/names.h"
#include "page/tables.h"

namespace tacitus {
namespace {

constexpr std::size_t kMaxHead = 25;       // lines before the body that are looked at
constexpr std::size_t kMaxTail = 15;       // and behind it
constexpr std::size_t kLongestLine = 200;  // bytes of a headline or a line of furniture
constexpr std::size_t kParagraph = 100;    // bytes from which a line is a paragraph by itself

enum class Kind { kText, kFurniture, kDate, kByline, kSource };

struct Line {
  std::uint32_t begin = 0, end = 0;  // without white space at its ends
  bool blank_before = false, blank_behind = false;
  std::string_view text;
  Kind kind = Kind::kText;
};

bool ends_sentence(std::string_view text) {
  for (const std::string_view quote : {"\"", "'", "”", "’", ")"}) {
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    if (line.empty()) {
      blank = true;
      if (!lines.empty()) lines.back().blank_behind = true;
    } else {
      const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
      lines.push_back({begin, begin + static_cast<std::uint32_t>(line.size()), blank, false, line});
      blank = false;
    }
    at = end + 1;
  }
  if (!lines.empty()) lines.back().blank_behind = true;
  return lines;
}

// "World | Middle East", "Home > Europe": parts of a few words each between signs.
bool is_menu(std::string_view line) {
  std::size_t parts = 0;
  for (const std::string_view sign : {" | ", " > ", " › ", " » ", " • ", " · ", " / "}) {
    std::size_t count = 1;
    bool short_parts = true;
    for (std::string_view rest = line; !rest.empty();) {
      const std::size_t at = rest.find(sign);
      short_parts = short_parts && count_words(trim(rest.substr(0, at))) <= 4;
      if (at == rest.npos) break;
      ++count;
      rest.remove_prefix(at + sign.size());
    }
    if (count >= 2 && short_parts) parts = std::max(parts, count);
  }
  return parts >= 2 && !ends_sentence(line);
}

// A line that is a date and what belongs to one: "Published March 07,2025", "Friday, 3 May 2024".
bool is_date_line(std::string_view line) {
  static constexpr std::string_view kWords[] = {
      "published", "posted", "updated", "modified", "created", "edited", "date",  "issued", "first",
      "last",      "on",     "at",      "of",       "time",    "local",  "min",   "read",   "mon",
      "tue",       "tues",   "wed",     "thu",      "thurs",   "fri",    "sat",   "sun",    "am",
      "pm",        "et",     "pt",      "ist",      "gmt",     "utc"};
  const auto found = find_date(line, DateOrder::kDayFirst);  // whatever day it may be
  if (!found || line.size() > kLongestLine) return false;
  std::string rest = lower(line.substr(0, found->begin));
  rest += ' ';
  rest += lower(line.substr(found->end));
  for (char& c : rest) {
    if (!is_letter(c) || static_cast<signed char>(c) < 0) c = ' ';
  }
  const std::vector<std::string_view> words = split_words(rest);
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return is_weekday(word) ||
           std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
  });
}

// "(Reporting by A and B; Editing by C)".
bool is_sign_off(std::string_view line) {
  const std::string small = lower(line.substr(0, 40));
  const std::string_view start = std::string_view(small).substr(small.starts_with('(') ? 1 : 0);
  for (const std::string_view front :
       {"reporting by ", "additional reporting by ", "writing by ", "editing by ", "compiled by ",
        "reporting and writing by "}) {
    if (start.starts_with(front)) return line.size() < 300;
  }
  return false;
}

bool is_address_line(std::string_view line) {
  return line.find(' ') == line.npos && (line.starts_with("http") || line.starts_with("www."));
}

// Most of its longer words have capitals, as American headlines do.
bool has_title_case(std::string_view line) {
  std::size_t words = 0, capitals = 0;
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
    if (word.size() < 4) continue;
    ++words;
    capitals += is_upper(word[0]) || static_cast<signed char>(word[0]) < 0;
  }
  return words >= 3 && capitals * 5 >= words * 4;
}

class TextReader {
 public:
  explicit TextReader(Article& article) : article_(article), lines_(split_lines(article.text)) {}

  bool run() {
    if (lines_.empty()) return false;
    order_ = date_order(article_.text);
    first_ = first_paragraph();
    classify(0, first_);
    last_ = last_paragraph();
    classify(std::max(last_ + 1, first_), lines_.size());
    classify_inside(first_, last_);
    find_headline();
    find_source_line();
    put_facts();
    put_body();
    const std::string_view body = std::string_view(article_.text).substr(article_.body_start);
    const std::string language = detect_language(body);
    if (!language.empty()) article_.language = language;
    return true;
  }

 private:
  // True for a line that is a paragraph, or the first of one that is set in short lines.
  bool begins_paragraph(std::size_t i) const {
    const Line& line = lines_[i];
    if (is_furniture(line.text) || is_date_line(line.text) || is_menu(line.text)) return false;
    if (line.text.size() >= kParagraph &&
        (ends_sentence(line.text) || line.text.size() > kLongestLine))
      return true;
    if (count_words(line.text) >= 8 && ends_sentence(line.text)) return true;
    return is_wrapped(i);
  }

  // True where a line goes on in the next without a break between them.
  bool is_wrapped(std::size_t i) const {
    if (i + 1 >= lines_.size() || lines_[i].blank_behind) return false;
    if (ends_sentence(lines_[i].text)) return false;
    const std::string_view next = lines_[i + 1].text;
    const bool goes_on = next[0] >= 'a' && next[0] <= 'z';
    const std::size_t size = lines_[i].text.size();
    const bool full = size >= 40 && size * 4 >= next.size() * 3 && next.size() * 3 >= size * 2 &&
                      next.size() < kParagraph && read_byline(next).empty();
    return goes_on ||
           (full && count_words(next) >= 5 && i + 2 < lines_.size() && !lines_[i + 1].blank_behind);
  }

  std::size_t first_paragraph() const {
    const std::size_t end = std::min(lines_.size(), kMaxHead);
    for (std::size_t i = 0; i < end; ++i) {
      // A headline may have the looks of a paragraph; one that stands alone at the top is none.
      const bool headline = i == 0 && is_headline(i) && lines_.size() > 1;
      if (!headline && begins_paragraph(i)) return i;
    }
    return is_headline(0) ? 1 : 0;
  }

  std::size_t last_paragraph() const {
    const std::size_t begin = lines_.size() > kMaxTail ? lines_.size() - kMaxTail : 0;
    for (std::size_t i = lines_.size(); i-- > std::max(begin, first_);) {
      if (is_sign_off(lines_[i].text) || is_invitation(lines_[i].text)) continue;
      const bool goes_on = i > 0 && !lines_[i].blank_before && is_wrapped(i - 1);
      if (begins_paragraph(i) || goes_on) return i;
    }
    return lines_.size() - 1;
  }

  void classify(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      Line& line = lines_[i];
      if (line.text.size() > kLongestLine && !is_sign_off(line.text)) continue;
      if (is_date_line(line.text)) {
        line.kind = Kind::kDate;
      } else if (!read_byline(line.text).empty() || is_sign_off(line.text)) {
        line.kind = Kind::kByline;
      } else if (!agency_of(line.text).empty() || !credit_line(line.text).empty()) {
        line.kind = Kind::kSource;
      } else if (is_furniture(line.text) || is_menu(line.text) || is_address_line(line.text) ||
                 (i >= first_ && (is_invitation(line.text) || line.text.starts_with("©")))) {
        line.kind = Kind::kFurniture;
      }
    }
  }

  // Between paragraphs only lines that stand alone and are nothing but furniture.
  void classify_inside(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      Line& line = lines_[i];
      const bool alone = (line.blank_before && line.blank_behind) ||
                         (i > 0 && lines_[i - 1].text.size() >= kParagraph);
      if (alone && line.text.size() <= 60 && is_furniture(line.text)) line.kind = Kind::kFurniture;
    }
  }

  // A line that can be a headline by its looks.
  bool is_headline(std::size_t i) const {
    const Line& line = lines_[i];
    const std::uint32_t words = count_words(line.text);
    if (line.text.size() > kLongestLine || words < 3 || words > 30) return false;
    const bool stop = line.text.ends_with('.') || line.text.ends_with(':');
    if (stop && !(has_title_case(line.text) && line.blank_behind)) return false;
    const bool goes_on =
        i + 1 < lines_.size() && lines_[i + 1].text[0] >= 'a' && lines_[i + 1].text[0] <= 'z';
    if (goes_on || is_wrapped(i)) return false;
    // Without an empty line under it, what follows must be a whole paragraph in one line.
    if (line.blank_behind) return true;
    return i + 1 < lines_.size() && lines_[i + 1].text.size() >= kParagraph &&
           line.text.size() * 10 < lines_[i + 1].text.size() * 8;
  }

  bool has_furniture() const {
    return std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(first_),
                       [](const Line& line) { return line.kind != Kind::kText; });
  }

  void find_headline() {
    const std::string given = article_.title ? fold(*article_.title) : "";
    const std::size_t end = std::min(lines_.size(), std::max<std::size_t>(first_, 1) + 1);
    for (std::size_t i = 0; i < end; ++i) {
      if (!given.empty() && fold(lines_[i].text) == given) {
        headline_ = static_cast<int>(i);
        return;
      }
    }
    if (lines_.size() < 2) return;
    if (!has_furniture()) {
      if ((first_ > 0 && is_headline(0)) || dateline_line() > 0) headline_ = 0;
      return;
    }
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < first_; ++i) {
      const Line& line = lines_[i];
      const std::uint32_t words = count_words(line.text);
      const bool stop = line.text.ends_with('.') && !has_title_case(line.text);
      if (line.kind != Kind::kText || stop || words < 3 || line.text.size() > kLongestLine) {
        continue;
      }
      // The first with the length of a headline; before it stand names and sections.
      if (most < 5 && words > most) {
        headline_ = static_cast<int>(i);
        most = words;
      }
    }
  }

  // The line that begins with a dateline, if short lines that stand alone are all that comes
  // before it; 0 if there is none.
  std::size_t dateline_line() const {
    for (std::size_t i = 0; i < std::min<std::size_t>(lines_.size(), 4); ++i) {
      if (!dateline_of(lines_[i].text).empty()) return i;
      if (!lines_[i].blank_behind || lines_[i].text.size() > kLongestLine) break;
    }
    return 0;
  }

  // On a page with furniture a short line over the headline is the paper's name or a section.
  void find_source_line() {
    if (headline_ < 0 || !has_furniture()) return;
    for (int i = 0; i < headline_; ++i) {
      Line& line = lines_[static_cast<std::size_t>(i)];
      if (line.kind != Kind::kText || count_words(line.text) > 4 || ends_sentence(line.text)) {
        continue;
      }
      line.kind = count_words(line.text) >= 2 && !has_source() ? Kind::kSource : Kind::kFurniture;
    }
  }

  bool has_source() const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [](const Line& line) { return line.kind == Kind::kSource; });
  }

  void put_facts() {
    std::vector<std::string> authors;
    std::string credit;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.kind == Kind::kDate) {
        put_date(line.text);
      } else if (line.kind == Kind::kByline) {
        const bool signed_off = is_sign_off(line.text);
        const bool helped = lower(line.text.substr(0, 12)).find("additional") != std::string::npos;
        if (authors.empty() && !helped) {
          authors = signed_off ? sign_off_names(line.text) : read_byline(line.text);
        }
      } else if (line.kind == Kind::kSource && credit.empty()) {
        std::string_view agency = agency_of(line.text);
        if (agency.empty()) agency = credit_line(line.text);
        credit = agency.empty() ? line.text : agency;
      }
    }
    article_.author = join_names(authors);
    const std::size_t body = body_line();
    for (std::size_t i = body; i < std::min(lines_.size(), body + 3); ++i) {
      const std::string_view dateline = dateline_of(lines_[i].text);
      if (dateline.empty()) continue;
      const std::string named = dateline_credit(dateline);
      if (!named.empty()) credit = named;
      put_date(dateline);
      break;
    }
    // A paragraph that ends in a credit does not end as sentences do.
    const std::size_t end = std::min(lines_.size(), last_ + 3);
    for (std::size_t i = last_; i < end && credit.empty(); ++i) {
      credit = closing_credit(lines_[i].text);
    }
    if (!credit.empty()) article_.source = credit;
  }

  void put_date(std::string_view line) {
    const auto found = find_date(line, order_);
    if (!found) return;
    if (tells_change(line.substr(0, found->begin))) {
      if (!article_.modified) article_.modified = found->iso;
    } else if (!article_.published) {
      article_.published = found->iso;
      article_.published_from = "text";
    }
  }

  static std::vector<std::string> sign_off_names(std::string_view line) {
    const std::size_t by = lower(line).find("by ");
    line = line.substr(by);
    return read_byline(line.substr(0, line.find_first_of(";.)")));
  }

  // The first line of the body: behind the headline and the furniture under it.
  std::size_t body_line() const {
    std::size_t i = headline_ < 0 ? 0 : static_cast<std::size_t>(headline_) + 1;
    while (i < lines_.size() && lines_[i].kind != Kind::kText) ++i;
    return i;
  }

  void put_body() {
    const std::size_t body = body_line();
    if (headline_ >= 0) {
      const Line& line = lines_[static_cast<std::size_t>(headline_)];
      lines_[static_cast<std::size_t>(headline_)].kind = Kind::kText;
      if (!article_.title) article_.title = std::string(line.text);
    }
    if (body == lines_.size()) {
      // A text of furniture alone is better read than lost.
      for (Line& line : lines_) line.kind = Kind::kText;
      return;
    }
    if (body > 0) article_.body_start = lines_[body].begin;
    for (const Line& line : lines_) {
      if (line.kind != Kind::kText) article_.furniture.emplace_back(line.begin, line.end);
    }
  }

  Article& article_;
  std::vector<Line> lines_;  // those that are not empty
  DateOrder order_ = DateOrder::kUnknown;
  std::size_t first_ = 0;  // the first that is a paragraph
  std::size_t last_ = 0;   // and the last
  int headline_ = -1;      // index of the headline, or -1
};

}  // namespace

bool read_text_page(Article& article) { return TextReader(article).run(); }

}  // namespace tacitus
