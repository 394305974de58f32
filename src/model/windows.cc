#include "model/windows.h"

namespace tacitus {
namespace {

class Packer {
 public:
  Packer(std::uint32_t room, std::vector<Stretch>& stretches, std::vector<Window>& windows)
      : room_(room), stretches_(stretches), windows_(windows) {}

  void add(Stretch stretch, std::uint32_t pieces) {
    if (windows_.empty() || windows_.back().pieces + pieces > room_) {
      const auto at = static_cast<std::uint32_t>(stretches_.size());
      windows_.push_back({at, at, stretch.first_token, stretch.first_token, 2});
    }
    stretches_.push_back(stretch);
    Window& window = windows_.back();
    ++window.end_stretch;
    window.end_token = stretch.end_token;
    window.pieces += pieces;
  }

 private:
  std::uint32_t room_;
  std::vector<Stretch>& stretches_;
  std::vector<Window>& windows_;
};

}  // namespace

void cut_windows(const Document& document, std::uint32_t room, std::vector<Stretch>& stretches,
                 std::vector<Window>& windows) {
  stretches.clear();
  windows.clear();
  Packer packer(room, stretches, windows);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    std::uint32_t first = sentence.first_token, pieces = 0;
    for (std::uint32_t t = first; t < sentence.end_token; ++t) {
      const std::uint32_t more = pieces_read(document.tokens[t]);
      if (pieces + more > room - 2) {
        packer.add({first, t, s}, pieces);
        first = t;
        pieces = 0;
      }
      pieces += more;
    }
    if (first < sentence.end_token) packer.add({first, sentence.end_token, s}, pieces);
  }
}

}  // namespace tacitus
