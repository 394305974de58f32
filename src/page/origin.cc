// Goes once more through the texts that a block was gathered from, character by character, as
// blocks.cc did, and looks up where each came from.
#include "page/origin.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/fold.h"

namespace tacitus {
namespace {

class Mapper {
 public:
  Mapper(const Outline& page, const Decoded& decoded)
      : page_(page), tree_(page.tree()), decoded_(decoded) {}

  std::vector<Origin> run(const std::vector<PlacedBlock>& placed) {
    const std::vector<Block>& blocks = page_.blocks();
    std::uint32_t next = 0;  // the first block that was not followed yet
    for (const PlacedBlock& one : placed) {
      // Text that is shown as it is set has several blocks in one node; each begins where the one
      // before it ended.
      std::uint32_t block = one.block;
      while (block > next && blocks[block - 1].first == blocks[one.block].first) --block;
      for (; block < one.block; ++block) follow(block, nullptr);
      follow(block, &one.at);
      next = block + 1;
    }
    return std::move(out_);
  }

 private:
  // Follows the texts of a block, from where the last one ended if that was in the same text.
  // Without `at` nothing is written down.
  void follow(std::uint32_t block, const std::uint32_t* at) {
    const std::string_view text = page_.blocks()[block].text;
    std::size_t done = skip_space(text, 0);
    if (node_ != page_.blocks()[block].first) {
      node_ = page_.blocks()[block].first;
      offset_ = 0;
    }
    while (done < text.size() && node_ < tree_.size()) {
      const Node& node = tree_[node_];
      if (node.tag != Tag::kText || offset_ >= node.text.size()) {
        const bool outside =
            node.tag != Tag::kText && !is_block(node.tag) && page_.hint(node_) == Hint::kOutside;
        node_ = outside ? node.end : node_ + 1;
        offset_ = 0;
        continue;
      }
      const CodePoint point = decode(node.text, offset_);
      const std::string_view character = node.text.substr(offset_, point.size);
      if (!is_blank(point.code) && point.code != kCell) {
        if (text.substr(done, point.size) != character) {
          node_ = UINT32_MAX;
          return;
        }
        if (at != nullptr) write(*at + static_cast<std::uint32_t>(done), character);
        done = skip_space(text, done + point.size);
      }
      offset_ += point.size;
    }
  }

  static std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
  }

  // The character at offset_ of node_ is the one at byte `at` of the article.
  void write(std::uint32_t at, std::string_view character) {
    const std::vector<TextPiece>& pieces = tree_.pieces();
    const auto before = [](const std::pair<std::uint32_t, std::uint32_t>& place,
                           const TextPiece& one) {
      return place < std::pair(one.node, one.offset);
    };
    auto piece = std::upper_bound(pieces.begin(), pieces.end(), std::pair(node_, offset_), before);
    if (piece == pieces.begin()) return;
    --piece;
    if (piece->node != node_ || offset_ >= piece->offset + piece->size) return;
    const std::string_view html = decoded_.text;
    const std::string_view shown = tree_[node_].text.substr(piece->offset, piece->size);
    const auto size = static_cast<std::uint32_t>(character.size());
    if (piece->end > html.size()) return;
    // White space that was not marked may have joined the piece's end.
    const std::uint32_t length = piece->end - piece->begin;
    const bool literal = shown.substr(0, length) == html.substr(piece->begin, length);
    if (literal && offset_ - piece->offset < length) {
      const std::uint32_t begin = piece->begin + offset_ - piece->offset;
      add(at, at + size, begin, begin + size, true);
    } else if (html[piece->begin] == '&' || html[piece->begin] == '<') {
      add(at, at + size, piece->begin, piece->end, false);
    }
  }

  // Lengthens the last stretch if this one goes on from it.
  void add(std::uint32_t begin, std::uint32_t end, std::uint32_t html_begin, std::uint32_t html_end,
           bool literal) {
    const Origin next{begin, end, place(html_begin), place(html_end)};
    const bool even = literal && end - begin == next.page_end - next.page_begin;
    if (!out_.empty() && goes_on(next, html_begin, even)) {
      out_.back().end = end;
      out_.back().page_end = next.page_end;
    } else {
      out_.push_back(next);
    }
    even_ = even;
    html_end_ = html_end;
  }

  bool goes_on(const Origin& next, std::uint32_t html_begin, bool even) const {
    const Origin& last = out_.back();
    const std::uint32_t gap = next.begin - last.end;
    // A reference that stands for more than one character.
    if (gap == 0 && next.page_begin == last.page_begin && next.page_end == last.page_end) {
      return true;
    }
    if (!even || !even_ || next.page_begin != last.page_end + gap) return false;
    // Behind it, or with a space between that is one in the page too.
    return gap == 0 || (gap == 1 && html_begin == html_end_ + 1 && decoded_.text[html_end_] == ' ');
  }

  std::uint32_t place(std::uint32_t at) const {
    return decoded_.places.empty() ? at : decoded_.places[at];
  }

  static constexpr char32_t kCell = 0x1F;  // left out of texts by blocks.cc

  const Outline& page_;
  const Tree& tree_;
  const Decoded& decoded_;
  std::uint32_t node_ = UINT32_MAX, offset_ = 0;  // the next character
  std::uint32_t html_end_ = 0;                    // of the last stretch, in the decoded page
  bool even_ = false;  // the last stretch has the same bytes on both sides
  std::vector<Origin> out_;
};

}  // namespace

std::vector<Origin> map_origin(const Outline& page, const Decoded& decoded,
                               std::vector<PlacedBlock> placed) {
  std::sort(placed.begin(), placed.end(),
            [](const PlacedBlock& a, const PlacedBlock& b) { return a.block < b.block; });
  std::vector<Origin> origin = Mapper(page, decoded).run(placed);
  std::sort(origin.begin(), origin.end(),
            [](const Origin& a, const Origin& b) { return a.begin < b.begin; });
  return origin;
}

}  // namespace tacitus
