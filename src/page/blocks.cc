// One walk over the tree that gathers text until a line breaks.
#include "page/blocks.h"

#include <algorithm>
#include <string_view>

#include "page/fold.h"

namespace tacitus {
namespace {

constexpr std::string_view kStops[] = {".", "!",  "?",  ";",  ":",  ",",
                                       "…", "。", "，", "、", "！", "？"};
constexpr std::string_view kEnds[] = {".", "!", "?", "…", "。", "！", "？"};
constexpr std::string_view kQuotes[] = {"\"", "'", ")", "”", "’", "»", "]"};

constexpr char kCell = '\x1f';            // stands between cells until white space is collapsed
constexpr std::size_t kLongestRow = 300;  // bytes of a row that is read as one line

class Builder {
 public:
  Builder(const Tree& tree, const std::vector<Hint>& hints) : tree_(tree), hints_(hints) {}

  std::vector<Block> run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      while (!ends_.empty() && ends_.back() <= i) {
        ends_.pop_back();
        if (i >= row_end_) flush();
      }
      const Node& node = tree_[i];
      const bool outside = !is_block(node.tag) && hints_[i] == Hint::kOutside;
      if (node.tag == Tag::kHead || outside) {
        i = node.end - 1;
      } else if (node.tag == Tag::kText) {
        text(i);
      } else if (node.tag == Tag::kBr) {
        line_break();
      } else if (node.tag == Tag::kA && tree_.has_attribute(i, "href")) {
        link_ = i;
        link_end_ = node.end;
      } else if (is_block(node.tag)) {
        begin_block(i);
      }
    }
    flush();
    close_links();
    return std::move(blocks_);
  }

 private:
  void text(std::uint32_t i) {
    const std::string_view text = tree_[i].text;
    const bool visible = text.find_first_not_of(" \t\r\n\f\v") != text.npos;
    if (visible) {
      if (gathered_.empty()) first_ = i;
      if (breaks_ == 1 && !gathered_.empty()) gathered_ += '\n';
      breaks_ = 0;
    }
    if (!visible && gathered_.empty()) return;
    if (i < pre_end_) return lines(i);
    // Line feeds of the source are white space.
    for (const char c : text) gathered_ += c == '\n' || c == '\r' || c == kCell ? ' ' : c;
    if (i < link_end_) link_chars_ += static_cast<std::uint32_t>(trim(text).size());
  }

  // Text that is shown as it is set: an empty line ends a block.
  void lines(std::uint32_t i) {
    std::string_view rest = tree_[i].text;
    while (true) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      if (!trim(line).empty()) {
        if (gathered_.empty()) first_ = i;
        if (breaks_ > 0 && !gathered_.empty()) gathered_ += '\n';
        breaks_ = 0;
        gathered_ += line;
      }
      if (line.size() == rest.size()) return;
      rest.remove_prefix(line.size() + 1);
      line_break();
    }
  }

  void begin_block(std::uint32_t i) {
    const Node& node = tree_[i];
    if (node.tag == Tag::kPre) pre_end_ = node.end;
    if (node.tag == Tag::kBlockquote) quote_end_ = std::max(quote_end_, node.end);
    if (i < row_end_) {
      if (node.tag == Tag::kTd && !gathered_.empty()) gathered_ += kCell;
    } else {
      flush();
      if (node.tag == Tag::kTr && is_plain_row(i)) row_end_ = node.end;
    }
    ends_.push_back(node.end);
  }

  // True for a row of two cells or more with a few words each, not one that lays out a page.
  bool is_plain_row(std::uint32_t row) const {
    std::size_t bytes = 0;
    std::uint32_t cells = 0, inner = 0;
    for (std::uint32_t i = row + 1; i < tree_[row].end; ++i) {
      const Tag tag = tree_[i].tag;
      if (tag == Tag::kText) {
        bytes += trim(tree_[i].text).size();
      } else if (tag == Tag::kTd) {
        ++cells;
      } else if (is_block(tag)) {
        ++inner;
      }
      if (bytes > kLongestRow || tag == Tag::kTable) return false;
    }
    return cells >= 2 && inner <= cells;
  }

  void line_break() {
    if (row_end_ == 0 && ++breaks_ >= 2) flush();
  }

  void flush() {
    breaks_ = 0;
    Block block;
    block.text = collapse(gathered_, true);
    if (row_end_ != 0) block.text = join_cells(block.text);
    row_end_ = 0;
    gathered_.clear();
    const std::uint32_t links = link_chars_;
    link_chars_ = 0;
    if (block.text.empty()) return;
    block.first = first_;
    block.node = first_;
    while (!is_block(tree_[block.node].tag) && tree_[block.node].parent != block.node) {
      block.node = tree_[block.node].parent;
    }
    block.tag = tree_[block.node].tag;
    block.quoted = block.first < quote_end_;
    // Languages that do not part their words get about as many as they have.
    const auto least = static_cast<std::uint32_t>(block.text.size() / 16);
    block.words = std::max(count_words(block.text), least);
    block.link_chars = std::min(links, static_cast<std::uint32_t>(block.text.size()));
    measure(block);
    links_.push_back(block.link_density() > 0.9 ? link_ : 0);
    blocks_.push_back(std::move(block));
  }

  // A link that nobody closed runs on through the paragraphs behind it, which are no links then.
  void close_links() {
    constexpr std::size_t kMost = 2;  // paragraphs that one link may hold
    for (std::size_t begin = 0, end = 0; begin < blocks_.size(); begin = end) {
      const std::string_view target = target_of(begin);
      for (end = begin + 1; end < blocks_.size() && !target.empty() && target_of(end) == target;) {
        ++end;
      }
      if (end - begin <= kMost) continue;
      for (std::size_t b = begin; b < end; ++b) blocks_[b].link_chars = 0;
    }
  }

  // Where the link around a whole paragraph leads; empty for all other blocks.
  std::string_view target_of(std::size_t b) const {
    const bool paragraph = links_[b] != 0 && blocks_[b].words >= 8 && blocks_[b].stops >= 1;
    return paragraph ? tree_.attribute(links_[b], "href") : std::string_view();
  }

  static std::string join_cells(std::string_view row) {
    std::string out;
    while (!row.empty()) {
      const std::string_view cell = row.substr(0, row.find(kCell));
      if (!out.empty() && !trim(cell).empty()) out += '\t';
      out += trim(cell);
      row.remove_prefix(std::min(cell.size() + 1, row.size()));
    }
    return out;
  }

  static void measure(Block& block) {
    const std::string_view text = block.text;
    for (const std::string_view stop : kStops) {
      for (std::size_t at = text.find(stop); at != text.npos; at = text.find(stop, at + 1)) {
        const std::size_t behind = at + stop.size();
        // A stop of ASCII counts before white space: "3.5" and "10:30" have none.
        block.stops += behind == text.size() || stop.size() > 1 || !is_digit(text[behind]);
      }
    }
    std::string_view rest = text;
    for (bool quoted = true; quoted;) {
      quoted = false;
      for (const std::string_view quote : kQuotes) {
        if (rest.ends_with(quote)) {
          rest.remove_suffix(quote.size());
          quoted = true;
        }
      }
    }
    for (const std::string_view end : kEnds) block.ends_sentence |= rest.ends_with(end);
  }

  const Tree& tree_;
  const std::vector<Hint>& hints_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> ends_;  // of the elements around that break lines
  std::string gathered_;
  std::uint32_t first_ = 0;
  std::vector<std::uint32_t> links_;  // the last link of each block that is one, or 0
  std::uint32_t link_ = 0;      // the current link
  std::uint32_t link_end_ = 0;  // behind the last node of the current link
  std::uint32_t link_chars_ = 0;
  std::uint32_t breaks_ = 0;     // line breaks since the last text
  std::uint32_t pre_end_ = 0;    // behind the current <pre>
  std::uint32_t quote_end_ = 0;  // and <blockquote>
  std::uint32_t row_end_ = 0;    // behind the table row that becomes one block, if in one
};

}  // namespace

std::vector<Block> make_blocks(const Tree& tree, const std::vector<Hint>& hints) {
  return Builder(tree, hints).run();
}

}  // namespace tacitus
