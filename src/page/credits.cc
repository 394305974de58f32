// Elements that are made for it first, then the lines as a reader reads them.
#include "page/credits.h"

#include <algorithm>
#include <iterator>

#include "page/agencies.h"
#include "page/dateline.h"
#include "page/dates.h"
#include "page/fold.h"
#include "page/names.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kBefore = 15;  // blocks before the body that are looked at
constexpr std::uint32_t kBehind = 4;   // and behind it
constexpr std::size_t kShort = 24;     // bytes of a line that can be a part of a date
constexpr std::size_t kLongest = 140;  // bytes of a line that can be a dateline of its own

class CreditReader {
 public:
  CreditReader(const Outline& page, const MainText& main, const Head& head)
      : page_(page), tree_(page.tree()), main_(main), language_(head.language) {
    const std::uint32_t body = main.blocks.front();
    headline_ = begin_ = body > kBefore ? body - kBefore : 0;
    if (head.heading != 0) {
      const std::uint32_t shown = page.range(head.heading).first;
      // Some pages put the date over the headline.
      if (shown <= body && shown > 3) begin_ = std::max(begin_, shown - 3);
      if (shown <= body) headline_ = std::max(begin_, shown);
    }
    end_ = std::min<std::uint32_t>(main.blocks.back() + 1 + kBehind,
                                   static_cast<std::uint32_t>(page.blocks().size()));
  }

  Credits run() {
    elements();
    // What stands between the headline and the text counts before what stands over them.
    for (std::uint32_t b = headline_; b < end_; ++b) line(b);
    for (std::uint32_t b = begin_; b < headline_; ++b) line(b);
    dateline();
    return std::move(out_);
  }

 private:
  const Block& block(std::uint32_t b) const { return page_.blocks()[b]; }

  // The date in a line; one in figures alone by the order that others on the page have.
  std::optional<FoundDate> date_in(std::string_view line) {
    std::optional<FoundDate> found = find_date(line);
    if (found || !find_date(line, DateOrder::kDayFirst)) return found;
    if (!order_) order_ = order_of_page();
    return find_date(line, *order_);
  }

  DateOrder order_of_page() const {
    bool day_first = false, month_first = false;
    for (const Block& one : page_.blocks()) {
      const DateOrder order = date_order(one.text);
      day_first |= order == DateOrder::kDayFirst;
      month_first |= order == DateOrder::kMonthFirst;
    }
    if (day_first != month_first) return day_first ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
    return day_first ? DateOrder::kUnknown : order_of_language(language_);
  }

  // English is written in both orders, and "en" and "en-US" are what many programs put down
  // unasked.
  static DateOrder order_of_language(std::string_view tag) {
    static constexpr std::string_view kDayFirst[] = {"en-GB", "en-IE", "en-AU",
                                                     "en-NZ", "en-IN", "en-ZA"};
    const bool other = !tag.empty() && !tag.starts_with("en");
    const bool known =
        std::find(std::begin(kDayFirst), std::end(kDayFirst), tag) != std::end(kDayFirst);
    return other || known ? DateOrder::kDayFirst : DateOrder::kUnknown;
  }

  bool is_body(std::uint32_t b) const {
    return std::binary_search(main_.blocks.begin(), main_.blocks.end(), b);
  }

  void elements() {
    const std::uint32_t first = block(begin_).node;
    const std::uint32_t body = block(main_.blocks.front()).first;
    const std::uint32_t last = block(end_ - 1).first;
    std::string any;
    for (std::uint32_t i = first; i <= last; ++i) {
      const Tag tag = tree_[i].tag;
      if (tag == Tag::kText) continue;
      const std::string_view property = tree_.attribute(i, "itemprop");
      const bool time =
          tag == Tag::kTime || property == "datePublished" || property == "dateModified";
      if (time) {
        date_of(i, property, i < body, any);
      } else if (out_.authors.empty() && is_author(i, property)) {
        out_.authors = read_authors(text_in(i));
      }
    }
    if (out_.published.empty() && !any.empty()) out_.published = any;
    if (!out_.published.empty()) out_.published_from = "time";
  }

  void date_of(std::uint32_t node, std::string_view property, bool before_body, std::string& any) {
    const auto date = [&] {
      for (const std::string_view name : {"datetime", "content"}) {
        if (const auto found = read_date(tree_.attribute(node, name))) return found;
      }
      return read_date(text_in(node));
    }();
    if (!date) return;
    const bool changed = property == "dateModified" ||
                         tells_change(tree_.attribute(node, "class")) ||
                         tells_change(text_before(node));
    if (changed) {
      if (out_.modified.empty()) out_.modified = *date;
    } else if (property == "datePublished" || tree_.has_attribute(node, "pubdate")) {
      if (out_.published.empty()) out_.published = *date;
    } else if (before_body && any.empty()) {
      any = *date;
    }
  }

  bool is_author(std::uint32_t node, std::string_view property) const {
    if (property == "author" || tree_.attribute(node, "rel") == "author") return true;
    const std::string name = lower(tree_.attribute(node, "class").substr(0, 200));
    return name.find("byline") != name.npos || name == "author" ||
           name.find("author-name") != name.npos || name.find("author__name") != name.npos;
  }

  std::string text_in(std::uint32_t node) const {
    std::string text;
    for (std::uint32_t i = node; i < tree_[node].end && text.size() < 400; ++i) {
      // Parts that are set apart are parted here too: a name and the title under it.
      if (is_block(tree_[i].tag) && !text.empty()) text += '\n';
      text += tree_[i].text;
    }
    return text;
  }

  // The text right before an element: "Updated" of "Updated <time>".
  std::string_view text_before(std::uint32_t node) const {
    return node > 0 && tree_[node - 1].tag == Tag::kText ? tree_[node - 1].text
                                                         : std::string_view();
  }

  void line(std::uint32_t b) {
    const Block& one = block(b);
    const bool before = b < main_.blocks.front();
    if (one.text.size() > kLongest || (is_body(b) && one.is_prose())) return;
    if (out_.authors.empty() && before) out_.authors = read_byline(one.text);
    if (credited_.empty()) credited_ = credit_line(one.text);
    auto found = date_in(one.text);
    // A date in two lines: "20 November" over "15:23 2019".
    if (!found && one.text.size() <= kShort && b + 1 < end_ && block(b + 1).text.size() <= kShort &&
        before && !date_in(block(b + 1).text)) {
      found = date_in(one.text + ' ' + block(b + 1).text);
    }
    if (!found) return;
    const std::string front = lower(std::string_view(one.text).substr(0, found->begin));
    if (tells_change(front)) {
      if (out_.modified.empty()) out_.modified = found->iso;
      return;
    }
    const bool cue = front.find("publish") != front.npos || front.find("posted") != front.npos;
    // Without a word for it a date counts where little else stands in its line.
    const bool lone = before && one.words <= 16 && !is_heading(one.tag) && one.link_density() < 0.5;
    if (out_.published.empty() && (cue || lone)) {
      out_.published = found->iso;
      out_.published_from = "text";
    }
  }

  // One of the first paragraphs may have a dateline.
  void dateline() {
    for (std::size_t i = 0;
         i < std::min<std::size_t>(main_.blocks.size(), 3) && out_.agency.empty(); ++i) {
      const std::string_view dateline = dateline_of(block(main_.blocks[i]).text);
      if (dateline.empty()) continue;
      out_.agency = agency_of(dateline_credit(dateline));
      const auto date = date_in(dateline);
      if (!date || !out_.published.empty()) continue;
      out_.published = date->iso;
      out_.published_from = "text";
    }
    if (out_.agency.empty()) out_.agency = credited_;
    if (out_.agency.empty()) out_.agency = closing_credit(block(main_.blocks.back()).text);
  }

  const Outline& page_;
  const Tree& tree_;
  const MainText& main_;
  std::string_view language_;
  std::optional<DateOrder> order_;     // of dates in figures, once it was looked for
  std::uint32_t begin_ = 0, end_ = 0;  // the blocks that are looked at
  std::uint32_t headline_ = 0;         // the one with the headline, or begin_
  std::string_view credited_;          // the agency that a line of its own credits
  Credits out_;
};

}  // namespace

Credits read_credits(const Outline& page, const MainText& main, const Head& head) {
  if (main.blocks.empty()) return {};
  return CreditReader(page, main, head).run();
}

bool tells_change(std::string_view line) {
  const std::string small = lower(line.substr(0, 200));
  for (const std::string_view word :
       {"updated", "modified", "last edited", "revised", "last change"}) {
    if (small.find(word) != small.npos) return true;
  }
  return false;
}

}  // namespace tacitus
