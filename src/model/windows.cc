#include "model/windows.h"

namespace tacitus {
namespace {

// Sentences, and what fits of those that do not. `sizes` gets the pieces of each.
void cut_stretches(const Document& document, std::uint32_t room, std::vector<Stretch>& stretches,
                   std::vector<std::uint32_t>& sizes) {
  const auto add = [&](Stretch stretch, std::uint32_t pieces) {
    stretches.push_back(stretch);
    sizes.push_back(pieces);
  };
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    std::uint32_t first = sentence.first_token, pieces = 0;
    for (std::uint32_t t = first; t < sentence.end_token; ++t) {
      const std::uint32_t more = pieces_read(document.tokens[t]);
      if (pieces + more > room) {
        add({first, t, s}, pieces);
        first = t;
        pieces = 0;
      }
      pieces += more;
    }
    if (first < sentence.end_token) add({first, sentence.end_token, s}, pieces);
  }
}

bool opens_paragraph(const Document& document, const Stretch& stretch) {
  return document.tokens[stretch.first_token].before == Break::kParagraph;
}

}  // namespace

void cut_windows(const Document& document, std::uint32_t window_room,
                 std::vector<Stretch>& stretches, std::vector<std::uint32_t>& sizes,
                 std::vector<Window>& windows) {
  stretches.clear();
  sizes.clear();
  windows.clear();
  const std::uint32_t room = window_room - 2;
  cut_stretches(document, room, stretches, sizes);
  std::uint64_t left = 0;
  for (const std::uint32_t size : sizes) left += size;
  const std::uint32_t dear = room / 4;
  for (std::uint32_t first = 0; first < stretches.size();) {
    const std::uint64_t wanted = left / ((left + room - 1) / room);
    std::uint32_t end = first, best_end = first, taken = 0, best_taken = 0;
    std::uint64_t least = ~std::uint64_t{0};
    while (end < stretches.size() && taken + sizes[end] <= room) {
      taken += sizes[end++];
      const bool good = end == stretches.size() || opens_paragraph(document, stretches[end]);
      const std::uint64_t cost =
          (taken < wanted ? wanted - taken : taken - wanted) + (good ? 0 : dear);
      if (cost <= least) {
        least = cost;
        best_end = end;
        best_taken = taken;
      }
    }
    windows.push_back({first, best_end, stretches[first].first_token,
                       stretches[best_end - 1].end_token, best_taken + 2});
    left -= best_taken;
    first = best_end;
  }
}

std::size_t batch_end(std::span<const Window> windows, std::size_t first) {
  constexpr std::uint32_t kMost = 256;  // pieces
  std::size_t end = first + 1;
  std::uint32_t pieces = windows[first].pieces;
  while (end < windows.size() && pieces + windows[end].pieces <= kMost) {
    pieces += windows[end++].pieces;
  }
  return end;
}

}  // namespace tacitus
