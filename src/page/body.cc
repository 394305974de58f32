// Rules from the coarse to the fine: whole elements, then blocks, then what the rest leaves
// without company.
#include "page/body.h"

#include <algorithm>

#include "page/dates.h"
#include "page/fold.h"
#include "page/lines.h"
#include "page/names.h"
#include "page/shingles.h"

namespace tacitus {
namespace {

class Trimmer {
 public:
  Trimmer(const Outline& page, std::uint32_t container, const Head& head)
      : page_(page),
        tree_(page.tree()),
        container_(container),
        title_(fold(head.title)),
        heading_(head.heading) {
    std::tie(begin_, end_) = page.range(container);
    why_.assign(page.blocks().size(), Verdict::kApart);
    std::fill(why_.begin() + begin_, why_.begin() + end_, Verdict::kKept);
  }

  TrimmedBody run() {
    drop_elements();
    drop_blocks();
    drop_teasers();
    drop_start();
    drop_end();
    drop_repeats();
    drop_headings();
    std::vector<std::uint32_t> kept = left([this](std::uint32_t b) { return keeps(b); });
    // Where the rules leave nothing, they have misread the page.
    if (kept.empty()) kept = left([this](std::uint32_t b) { return block(b).is_prose(); });
    if (kept.empty()) {
      kept = left([this](std::uint32_t b) { return block(b).link_density() < 0.5; });
    }
    return {std::move(kept), std::move(why_)};
  }

 private:
  const Block& block(std::uint32_t b) const { return page_.blocks()[b]; }
  bool keeps(std::uint32_t b) const { return why_[b] == Verdict::kKept; }
  // The first reason to drop a block is the one that is told.
  void drop(std::uint32_t b, Verdict why) {
    if (keeps(b)) why_[b] = why;
  }
  void drop(std::uint32_t begin, std::uint32_t end, Verdict why) {
    for (std::uint32_t b = begin; b < end; ++b) drop(b, why);
  }

  template <class Fits>
  std::vector<std::uint32_t> left(Fits fits) const {
    std::vector<std::uint32_t> kept;
    for (std::uint32_t b = begin_; b < end_; ++b) {
      if (fits(b)) kept.push_back(b);
    }
    return kept;
  }

  void drop_elements() {
    const double all = page_.sums(container_).prose;
    for (std::uint32_t i = container_ + 1; i < tree_[container_].end;) {
      if (!is_dropped(i, all)) {
        ++i;
        continue;
      }
      const auto [begin, end] = page_.range(i);
      drop(begin, end, Verdict::kElement);
      i = tree_[i].end;
    }
  }

  bool is_dropped(std::uint32_t node, double all) const {
    const Tag tag = tree_[node].tag;
    if (tag == Tag::kText || !is_block(tag)) return false;
    const Outline::Sums sums = page_.sums(node);
    if (sums.bytes == 0) return false;
    const Hint hint = page_.hint(node);
    if (hint == Hint::kOutside) return sums.prose < 0.8 * all;
    // Posts that an article shows are quotes in frames of many names.
    const bool quote =
        tag == Tag::kBlockquote || (sums.prose > 0 && sums.quoted >= 0.9 * sums.prose);
    if (hint == Hint::kBeside && !quote && sums.prose < 0.3 * all) return true;
    // Lists and boxes of links.
    const bool box = tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kTable || tag >= Tag::kDiv;
    return box && sums.link_share() > 0.5 && sums.prose < 0.1 * all;
  }

  void drop_blocks() {
    for (std::uint32_t b = begin_; b < end_; ++b) {
      if (keeps(b) && is_furniture_block(block(b))) drop(b, Verdict::kFurniture);
    }
  }

  bool is_furniture_block(const Block& one) const {
    // Folding makes a text shorter, and leaves most of it.
    const bool may_be_title = !title_.empty() && one.text.size() >= title_.size() &&
                              one.text.size() <= 3 * title_.size() + 20;
    if (may_be_title && fold(one.text) == title_) return true;
    if (is_furniture(one.text) || is_caption(one.text)) return true;
    const double density = one.link_density();
    if (density > 0.8 && one.tag != Tag::kLi) return true;
    const std::size_t colon = one.text.find(':');
    return density > 0.4 && colon < 40 && is_furniture(std::string_view(one.text).substr(0, colon));
  }

  // What follows a line such as "Related stories", as long as it is made of links.
  void drop_teasers() {
    bool inside = false;
    for (std::uint32_t b = begin_; b < end_; ++b) {
      const Block& one = block(b);
      if (!keeps(b) && one.words <= 8 && one.link_density() < 0.5 && is_furniture(one.text)) {
        inside = true;
      } else if (inside && keeps(b)) {
        const bool link = one.link_density() > 0.25 && (one.tag == Tag::kLi || !one.ends_sentence);
        if (link) drop(b, Verdict::kTeaser);
        inside = link;
      }
    }
  }

  // Up to the headline, if it is inside, and the lines of credits under it.
  void drop_start() {
    std::uint32_t b = begin_;
    if (heading_ != 0 && page_.contains(container_, heading_)) {
      const std::uint32_t behind = page_.range(heading_).second;
      // A headline that most of the text stands before is not over it.
      const bool over = prose_before(behind) < 0.3 * prose_before(end_);
      for (; over && b < behind; ++b) drop(b, Verdict::kStart);
    }
    for (; b < end_ && !block(b).is_prose(); ++b) {
      if (keeps(b) && is_credit(block(b))) drop(b, Verdict::kStart);
    }
  }

  // A line of a date, a byline or the like.
  static bool is_credit(const Block& one) {
    if (one.words > 20) return false;
    return find_date(one.text, DateOrder::kDayFirst) || !read_byline(one.text).empty();
  }

  // Behind the last paragraph: invitations to follow and to subscribe, and where to write to.
  void drop_end() {
    std::uint32_t looked_at = 0;
    for (std::uint32_t b = end_; b-- > begin_ && looked_at < 6;) {
      if (!keeps(b)) continue;
      ++looked_at;
      const bool credit = is_credit(block(b)) && !block(b).quoted;
      if (credit || is_invitation(block(b).text)) drop(b, Verdict::kEnd);
    }
    drop_about();
  }

  // "About Example Corp." and what follows it at the end of a press release.
  void drop_about() {
    std::uint32_t words = 0;
    for (std::uint32_t b = end_; b-- > begin_ && words < 300;) {
      if (!keeps(b)) continue;
      const Block& one = block(b);
      const bool about = lower(std::string_view(one.text).substr(0, 6)) == "about " &&
                         one.words <= 6 && !one.ends_sentence;
      if (about && prose_before(b) > 2 * words) {
        drop(b, end_, Verdict::kEnd);
        return;
      }
      words += one.words;
    }
  }

  double prose_before(std::uint32_t end) const {
    double words = 0;
    for (std::uint32_t b = begin_; b < end; ++b) {
      words += keeps(b) && block(b).is_prose() ? block(b).words : 0;
    }
    return words;
  }

  // Lines that are set apart and say again what a paragraph says.
  void drop_repeats() {
    // With fewer words than a shingle has, nothing is shared.
    const auto may_repeat = [this](std::uint32_t b) {
      return keeps(b) && is_quote(b) && block(b).words >= 4;
    };
    Shingles said;
    if (left(may_repeat).empty()) return;
    for (std::uint32_t b = begin_; b < end_; ++b) {
      if (keeps(b) && !is_quote(b)) said.add(block(b).text);
    }
    for (std::uint32_t b = begin_; b < end_; ++b) {
      if (may_repeat(b) && said.share(block(b).text) > 0.8) drop(b, Verdict::kRepeat);
    }
  }

  bool is_quote(std::uint32_t b) const { return block(b).quoted || is_heading(block(b).tag); }

  // A heading without a text under it.
  void drop_headings() {
    Tag next = Tag::kH1;
    for (std::uint32_t b = end_; b-- > begin_;) {
      if (!keeps(b)) continue;
      const Tag tag = block(b).tag;
      if (is_heading(tag) && is_heading(next) && next <= tag) {
        drop(b, Verdict::kHeading);
        continue;
      }
      next = tag;
    }
  }

  const Outline& page_;
  const Tree& tree_;
  std::uint32_t container_;
  std::string title_;
  std::uint32_t heading_;
  std::uint32_t begin_ = 0, end_ = 0;
  std::vector<Verdict> why_;  // of each block of the page
};

}  // namespace

TrimmedBody trim_body(const Outline& page, std::uint32_t container, const Head& head) {
  return Trimmer(page, container, head).run();
}

}  // namespace tacitus
