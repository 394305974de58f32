// Finds the element around the article by the prose in it, then leaves out what stands between
// the paragraphs without belonging to them. A model goes over what is not certain in that.
#include "page/main_text.h"

#include <algorithm>
#include <utility>

#include "page/block_features.h"
#include "page/block_model.h"
#include "page/body.h"
#include "page/shingles.h"

namespace tacitus {
namespace {

class Finder {
 public:
  Finder(const Outline& page, const Head& head, std::string_view known_body)
      : page_(page), tree_(page.tree()), heading_(head.heading) {
    known_.add(known_body);
    for (std::uint32_t i = heading_; i != 0 && own_article_ == 0; i = tree_[i].parent) {
      if (tree_[i].tag == Tag::kArticle && page.sums(i).prose > 0) own_article_ = i;
    }
  }

  std::uint32_t run() {
    weigh();
    return widen(choose());
  }

 private:
  // How much the prose in an element counts: less where its makers put it beside the article.
  void weigh() {
    const double all = page_.sums(0).prose;
    weight_.assign(tree_.size(), 1);
    for (std::uint32_t i = 1; i < tree_.size(); ++i) {
      double weight = weight_[tree_[i].parent];
      const Tag tag = tree_[i].tag;
      const Hint hint = page_.hint(i);
      if (tag != Tag::kText && tag != Tag::kBody) {
        const bool most = page_.sums(i).prose > kMost * all;
        if (hint == Hint::kOutside) weight *= 0.05;
        if (hint == Hint::kBeside) weight *= most ? 0.8 : 0.3;
        if (tag == Tag::kNav || tag == Tag::kFooter) weight *= 0.1;
        if (tag == Tag::kLi || tag == Tag::kTd) weight *= 0.7;
        // Where the headline has its article, others are teasers or comments.
        if (tag == Tag::kArticle && own_article_ != 0 && !page_.contains(i, own_article_)) {
          weight *= 0.3;
        }
      }
      weight_[i] = weight;
    }
    // The sum of weighed prose before each block.
    prose_.assign(1, 0);
    for (const Block& block : page_.blocks()) {
      const double clean = 1 - block.link_density();
      double words = block.is_prose() ? block.words * clean * clean : 0;
      if (words > 0 && !known_.empty() && known_.share(block.text) > 0.7) words *= 2;
      prose_.push_back(prose_.back() + words * weight_[block.node]);
    }
  }

  double prose(std::uint32_t node) const {
    const auto [begin, end] = page_.range(node);
    return prose_[end] - prose_[begin];
  }

  // The element with the most prose in its own paragraphs; what lies deeper counts less.
  std::uint32_t choose() const {
    std::vector<double> score(tree_.size(), 0);
    for (std::uint32_t b = 0; b < page_.blocks().size(); ++b) {
      const double value = prose_[b + 1] - prose_[b];
      const Block& block = page_.blocks()[b];
      if (value == 0) continue;
      std::uint32_t node = holds_blocks(block.tag) ? block.node : tree_[block.node].parent;
      for (int level = 0; level < 6; ++level) {
        score[node] += value / (level < 2 ? level + 1 : level * 3);
        if (tree_[node].parent == node) break;
        node = tree_[node].parent;
      }
    }
    return static_cast<std::uint32_t>(std::max_element(score.begin(), score.end()) - score.begin());
  }

  static bool holds_blocks(Tag tag) {
    return tag == Tag::kBody || tag == Tag::kTd || (tag >= Tag::kDiv && tag <= Tag::kFooter);
  }

  // Articles come in pieces: goes up as long as there is prose of the same kind around.
  std::uint32_t widen(std::uint32_t node) const {
    std::uint32_t best = node;
    for (int level = 0; level < 5 && tree_[node].tag != Tag::kBody && node != 0; ++level) {
      const std::uint32_t parent = tree_[node].parent;
      if (heading_ != 0 && page_.contains(node, heading_)) break;  // nothing belongs to it but this
      if (tree_[parent].tag == Tag::kBody || tree_[parent].tag == Tag::kHtml) break;
      if (is_body(parent) || has_siblings(parent, node)) best = parent;
      node = parent;
    }
    return best;
  }

  bool is_body(std::uint32_t node) const {
    return tree_.attribute(node, "itemprop").find("articleBody") != std::string_view::npos;
  }

  // True if `parent` has other children that look like pieces of the same text as `child`.
  bool has_siblings(std::uint32_t parent, std::uint32_t child) const {
    const double own = prose(child);
    double more = 0;
    for (std::uint32_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
      if (i == child || tree_[i].tag == Tag::kText) continue;
      const bool alike = tree_[i].tag == tree_[child].tag && kind(i) == kind(child);
      const double value = prose(i);
      if (value == 0 || page_.sums(i).link_share() > 0.3) continue;
      if (alike || value > 0.5 * own || tree_[i].tag == Tag::kP) more += value;
    }
    return more > 0.05 * own;
  }

  // The first of an element's classes, which pieces of one text share.
  std::string_view kind(std::uint32_t node) const {
    const std::string_view names = tree_.attribute(node, "class");
    return names.substr(0, names.find(' '));
  }

  static constexpr double kMost = 0.5;

  const Outline& page_;
  const Tree& tree_;
  std::uint32_t heading_;          // the element that shows the headline, or 0
  std::uint32_t own_article_ = 0;  // the <article> around it, or 0
  Shingles known_;
  std::vector<double> weight_, prose_;
};

}  // namespace

MainText find_by_rules(const Outline& page, const Head& head, std::string_view known_body) {
  MainText out;
  if (page.blocks().empty()) return out;
  out.container = Finder(page, head, known_body).run();
  TrimmedBody trimmed = trim_body(page, out.container, head);
  out.blocks = std::move(trimmed.kept);
  out.verdicts = std::move(trimmed.verdicts);
  return out;
}

MainText find_main_text(const Outline& page, const Head& head, std::string_view known_body) {
  MainText out = find_by_rules(page, head, known_body);
  if (out.blocks.empty()) return out;
  const BlockModel& model = BlockModel::compiled_in();
  out.blocks = model.choose(measure_blocks(page, head, known_body, out), out.blocks);
  return out;
}

}  // namespace tacitus
