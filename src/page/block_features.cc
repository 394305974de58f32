// One walk down the tree for what stands around a block, one along the blocks for the rest.
#include "page/block_features.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "page/fold.h"
#include "page/lines.h"
#include "page/shingles.h"

namespace tacitus {
namespace {

// What is around a node, itself among it. Counts stop at 255.
struct Around {
  std::uint16_t depth = 0;
  std::uint8_t list = 0, table = 0, figure = 0, form = 0, aside = 0, article = 0, main = 0;
  std::uint8_t beside = 0, outside = 0, inside = 0;
  std::int8_t nearest = 0;
};

template <class Number>
void add_one(Number& number) {
  if (number < 255) ++number;
}

std::vector<Around> look_around(const Outline& page) {
  const Tree& tree = page.tree();
  std::vector<Around> out(tree.size());
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    Around around = i == 0 ? Around{} : out[tree[i].parent];
    if (tree[i].tag != Tag::kText) add_one(around.depth);
    switch (tree[i].tag) {
      case Tag::kUl:
      case Tag::kOl:
      case Tag::kDl:
        add_one(around.list);
        break;
      case Tag::kTable:
        add_one(around.table);
        break;
      case Tag::kFigure:
      case Tag::kFigcaption:
        add_one(around.figure);
        break;
      case Tag::kForm:
      case Tag::kButton:
        add_one(around.form);
        break;
      case Tag::kAside:
      case Tag::kNav:
      case Tag::kFooter:
      case Tag::kHeader:
        add_one(around.aside);
        break;
      case Tag::kArticle:
        add_one(around.article);
        break;
      case Tag::kMain:
        add_one(around.main);
        break;
      default:
        break;
    }
    const Hint hint = page.hint(i);
    if (hint == Hint::kBeside) add_one(around.beside);
    if (hint == Hint::kOutside) add_one(around.outside);
    if (hint == Hint::kInside) add_one(around.inside);
    if (hint != Hint::kNone) around.nearest = hint == Hint::kInside ? 1 : -1;
    out[i] = around;
  }
  return out;
}

double log_of(double count) { return std::log1p(count); }

// Word lists of two closed classes, which are part of the model as its columns are.
const std::unordered_set<std::string_view> kYou = {"you", "your", "yours", "we",  "our",
                                                   "us",  "ours", "i",     "my"};
const std::unordered_set<std::string_view> kSaying = {"said",  "says",     "told",  "added",
                                                      "wrote", "according", "asked", "tweeted"};

class Measurer {
 public:
  Measurer(const Outline& page, const Head& head, std::string_view known_body,
           const MainText& rules)
      : page_(page),
        tree_(page.tree()),
        blocks_(page.blocks()),
        head_(head),
        title_text_(fold(head.title)),
        container_(rules.container),
        verdicts_(rules.verdicts),
        around_(look_around(page)) {
    known_.add(known_body);
    add_words(title_text_, title_);
    kept_.assign(blocks_.size(), false);
    for (const std::uint32_t block : rules.blocks) kept_[block] = true;
    add_up();
  }

  std::vector<MeasuredBlock> run() {
    std::vector<MeasuredBlock> out;
    for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
      if (!is_open(b)) continue;
      out.emplace_back().block = b;
      out.back().kept = kept_[b];
      row_ = &out.back().features;
      measure_text(blocks_[b]);
      measure_place(b);
      measure_page(b);
      measure_rules(b);
      measure_neighbours(b);
    }
    return out;
  }

 private:
  void set(Feature feature, double value) {
    (*row_)[static_cast<std::size_t>(feature)] = static_cast<float>(value);
  }

  // What the rules keep, and what they drop without being certain of it.
  bool is_open(std::uint32_t b) const {
    if (kept_[b]) return true;
    const Block& one = blocks_[b];
    const Around& around = around_[one.node];
    // An element within the article whose makers say that it stands beside it.
    const bool beside = verdicts_[b] == Verdict::kElement && around.nearest < 0;
    return one.words >= kFewest && one.link_density() < 0.5 && !beside &&
           verdicts_[b] != Verdict::kFurniture && around.outside == 0 &&
           !is_furniture(one.text) && !is_caption(one.text);
  }

  static void add_words(std::string_view text, std::unordered_set<std::string_view>& words) {
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      words.insert(word);
      text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
  }

  // Sums over the page and over the blocks that are alike.
  void add_up() {
    words_.assign(1, 0);
    prose_.assign(1, 0);
    links_.assign(1, 0);
    kept_prose_.assign(1, 0);
    kept_count_.assign(1, 0);
    for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
      const Block& block = blocks_[b];
      const double prose = block.is_prose() ? block.words : 0;
      words_.push_back(words_.back() + block.words);
      prose_.push_back(prose_.back() + prose);
      links_.push_back(links_.back() + block.link_density() * block.words);
      kept_prose_.push_back(kept_prose_.back() + (kept_[b] ? prose : 0));
      kept_count_.push_back(kept_count_.back() + kept_[b]);
      paths_.push_back(path(b, false));
      classes_.push_back(path(b, true));
      alike_[paths_.back()] += prose;
      alike_[classes_.back()] += prose;
      deep_[around_[block.node].depth] += prose;
    }
  }

  // A hash of the kinds of the elements around a block, and of the classes of the inner ones.
  std::uint64_t path(std::uint32_t b, bool classes) const {
    std::uint64_t hash = classes ? 7 : 1;
    std::uint32_t node = blocks_[b].node;
    for (int level = 0; level < (classes ? 2 : 4); ++level) {
      hash = hash * 0x9E3779B97F4A7C15u + static_cast<std::uint64_t>(tree_[node].tag) + 1;
      if (classes && tree_[node].attribute_count > 0) {
        const std::string_view names = tree_.attribute(node, "class").substr(0, 200);
        hash = hash * 0x9E3779B97F4A7C15u + std::hash<std::string_view>{}(names);
      }
      node = tree_[node].parent;
    }
    return hash;
  }

  static double share(double part, double whole) { return whole <= 0 ? 0 : part / whole; }
  double page_prose() const { return prose_.back(); }
  double prose_in(std::uint32_t begin, std::uint32_t end) const {
    return prose_[end] - prose_[begin];
  }

  void measure_text(const Block& block) {
    const std::string_view text = block.text;
    set(Feature::kWords, log_of(block.words));
    set(Feature::kLinkDensity, block.link_density());
    set(Feature::kStops, share(block.stops, block.words));
    set(Feature::kEndsSentence, block.ends_sentence);
    set(Feature::kProse, block.is_prose());
    set(Feature::kQuoted, block.quoted);
    const std::string_view front = text.substr(0, kLooked);
    double capitals = 0, digits = 0, words = 0;
    char before = ' ';
    for (const char c : front) {
      const bool begins = is_space(before) && !is_space(c);
      words += begins;
      capitals += begins && is_upper(c);
      digits += is_digit(c);
      before = c;
    }
    set(Feature::kCapitals, share(capitals, words));
    set(Feature::kDigits, share(digits, static_cast<double>(front.size())));
    set(Feature::kColon, text.ends_with(':'));
    measure_words(fold(front), block.words);
  }

  void measure_words(const std::string& folded, std::uint32_t all) {
    double you = 0, said = 0, title = 0, words = 0;
    for (std::string_view rest = folded; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      ++words;
      you += kYou.contains(word);
      said += kSaying.contains(word);
      if (all <= kShort) title += title_.contains(word);
    }
    set(Feature::kAddressesYou, share(you, words));
    set(Feature::kSaid, said > 0);
    set(Feature::kTitle, share(title, std::max(words, static_cast<double>(title_.size()))));
  }

  void measure_place(std::uint32_t b) {
    const Block& block = blocks_[b];
    const bool heading = is_heading(block.tag);
    const bool item = block.tag == Tag::kLi || block.tag == Tag::kDd || block.tag == Tag::kDt;
    set(Feature::kTagParagraph, block.tag == Tag::kP);
    set(Feature::kTagHeading,
        heading ? static_cast<int>(block.tag) - static_cast<int>(Tag::kH1) + 1 : 0);
    set(Feature::kTagItem, item);
    set(Feature::kTagOther,
        block.tag != Tag::kP && block.tag != Tag::kDiv && !heading && !item);
    const Around& around = around_[block.node];
    set(Feature::kDepth, log_of(around.depth));
    set(Feature::kInList, around.list);
    set(Feature::kInTable, around.table);
    set(Feature::kInFigure, around.figure);
    set(Feature::kInForm, around.form);
    set(Feature::kInAside, around.aside);
    set(Feature::kInArticle, around.article);
    set(Feature::kInMain, around.main);
    set(Feature::kHintBeside, around.beside);
    set(Feature::kHintInside, around.inside);
    set(Feature::kHintNearest, around.nearest);
    std::uint32_t node = block.node;
    for (int level = 0; level < 3; ++level) {
      node = tree_[node].parent;
      const Outline::Sums sums = page_.sums(node);
      const auto put = [&](Feature first, double value) {
        (*row_)[static_cast<std::size_t>(first) + level] = static_cast<float>(value);
      };
      put(Feature::kParentLinks, sums.link_share());
      put(Feature::kParentProse, share(sums.prose, page_prose()));
    }
  }

  void measure_page(std::uint32_t b) {
    const Block& block = blocks_[b];
    const auto count = static_cast<std::uint32_t>(blocks_.size());
    set(Feature::kSamePath, share(alike_[paths_[b]], page_prose()));
    set(Feature::kSameClass, share(alike_[classes_[b]], page_prose()));
    set(Feature::kSameDepth, share(deep_[around_[block.node].depth], page_prose()));
    set(Feature::kAt, share(b, count));
    set(Feature::kProseBefore, share(prose_[b], page_prose()));
    const std::uint32_t begin = b < 5 ? 0 : b - 5, end = std::min(b + 6, count);
    const double near = words_[end] - words_[begin];
    set(Feature::kProseNear, share(prose_in(begin, end), near));
    set(Feature::kLinksNear, share(links_[end] - links_[begin], near));
    double behind = 0;
    if (head_.heading != 0) {
      const auto [first, last] = page_.range(head_.heading);
      behind = b < first ? -log_of(first - b) : log_of(b < last ? 0 : b - last + 1);
    }
    set(Feature::kBehindHeading, behind);
    set(Feature::kHasKnown, !known_.empty());
    set(Feature::kKnown, known_.empty() ? 0 : known_.share(block.text));
    set(Feature::kPageBlocks, log_of(count));
    set(Feature::kPageProse, log_of(page_prose()));
  }

  void measure_rules(std::uint32_t b) {
    const std::uint32_t node = blocks_[b].node;
    const bool inside = page_.contains(container_, node);
    const auto [begin, end] = page_.range(container_);
    set(Feature::kInContainer, inside);
    set(Feature::kBelow, inside ? around_[node].depth - around_[container_].depth : -1);
    set(Feature::kToEnds, b < begin  ? -0.1
                          : b >= end ? 1.1
                                     : share(prose_in(begin, b), prose_in(begin, end)));
    set(Feature::kVerdict, static_cast<double>(verdicts_[b]));
    set(Feature::kContainerProse, share(prose_in(begin, end), page_prose()));
    set(Feature::kContainerKept,
        share(kept_prose_[end] - kept_prose_[begin], prose_in(begin, end)));
    const auto count = static_cast<std::uint32_t>(blocks_.size());
    const std::uint32_t first = b < 2 ? 0 : b - 2, last = std::min(b + 3, count);
    set(Feature::kKeptNear, share(kept_count_[last] - kept_count_[first] - kept_[b], 4));
    const auto [from, to] = page_.range(tree_[node].parent);
    set(Feature::kKeptParent, share(kept_prose_[to] - kept_prose_[from], prose_in(from, to)));
  }

  void measure_neighbours(std::uint32_t b) {
    const auto put = [&](Feature first, std::uint32_t other, bool there) {
      const auto at = static_cast<std::size_t>(first);
      BlockFeatures& row = *row_;
      const Block& one = blocks_[there ? other : b];
      row[at] = there ? static_cast<float>(log_of(one.words)) : -1;
      row[at + 1] = there ? static_cast<float>(one.link_density()) : -1;
      row[at + 2] = there ? one.is_prose() : -1;
      row[at + 3] = there && tree_[one.node].parent == tree_[blocks_[b].node].parent;
      row[at + 4] = there ? static_cast<float>(verdicts_[other]) : -1;
    };
    put(Feature::kPreviousWords, b - 1, b > 0);
    put(Feature::kNextWords, b + 1, b + 1 < blocks_.size());
  }

  static constexpr std::size_t kLooked = 600;  // bytes of a block whose words are looked at
  static constexpr std::uint32_t kFewest = 3;   // words of a block that may come back
  static constexpr std::uint32_t kShort = 60;   // words of a block that may say the title again

  const Outline& page_;
  const Tree& tree_;
  const std::vector<Block>& blocks_;
  const Head& head_;
  std::string title_text_;  // folded
  std::uint32_t container_;
  const std::vector<Verdict>& verdicts_;
  std::vector<Around> around_;  // each node
  Shingles known_;
  std::unordered_set<std::string_view> title_;  // its words
  std::vector<bool> kept_;
  std::vector<double> words_, prose_, links_, kept_prose_, kept_count_;  // before each block
  std::vector<std::uint64_t> paths_, classes_;                           // of each block
  std::unordered_map<std::uint64_t, double> alike_;  // prose by path, and by path and class
  std::unordered_map<std::uint16_t, double> deep_;   // and by depth
  BlockFeatures* row_ = nullptr;                     // of the block that is looked at
};

}  // namespace

const std::array<std::string_view, kFeatureCount> kFeatureNames = {
    "words", "link_density", "stops", "ends_sentence", "prose", "quoted", "capitals", "digits",
    "addresses_you", "said", "title", "colon", "tag_paragraph", "tag_heading", "tag_item",
    "tag_other", "depth", "in_list", "in_table", "in_figure", "in_form", "in_aside", "in_article",
    "in_main", "hint_beside", "hint_inside", "hint_nearest", "parent_links", "parent_links2",
    "parent_links3", "parent_prose", "parent_prose2", "parent_prose3", "same_path", "same_class",
    "same_depth", "at", "prose_before", "prose_near", "links_near", "behind_heading", "known",
    "has_known", "in_container", "below", "to_ends", "previous_words", "previous_links",
    "previous_prose", "previous_near", "previous_verdict", "next_words", "next_links",
    "next_prose", "next_near", "next_verdict", "page_blocks", "page_prose", "verdict", "kept_near",
    "kept_parent", "container_prose", "container_kept"};

std::vector<MeasuredBlock> measure_blocks(const Outline& page, const Head& head,
                                          std::string_view known_body, const MainText& rules) {
  return Measurer(page, head, known_body, rules).run();
}

}  // namespace tacitus
