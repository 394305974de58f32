#include "model/pairs.h"

#include <algorithm>
#include <cmath>

namespace tacitus {
namespace {

enum Mark : std::uint8_t { kInFront, kSource, kSourceEnd, kTarget, kTargetEnd, kMarks };

// What stands before a mark: no text has it, so that marks have rows of the shape table of their
// own.
constexpr auto kMarked = static_cast<Break>(3);

// Pieces that are read at a time.
constexpr std::uint32_t kBatch = 1024;

bool lies_in(const MarkedPair& pair, std::uint32_t first, std::uint32_t end) {
  return first != kNone && pair.first_token <= first && first < end && end <= pair.end_token;
}

std::uint32_t add_mark(Mark mark, Document& marked) {
  Token token;
  token.shape = static_cast<Shape>(mark);
  token.before = kMarked;
  token.first_piece = static_cast<std::uint32_t>(marked.pieces.size());
  token.piece_count = 1;
  marked.pieces.push_back(1 + mark);  // [unused0] and those after it
  marked.tokens.push_back(token);
  return static_cast<std::uint32_t>(marked.tokens.size() - 1);
}

void add_token(const Document& document, std::uint32_t index, Document& marked) {
  Token token = document.tokens[index];
  const auto first = document.pieces.begin() + token.first_piece;
  token.piece_count = static_cast<std::uint8_t>(pieces_read(token));
  token.first_piece = static_cast<std::uint32_t>(marked.pieces.size());
  marked.pieces.insert(marked.pieces.end(), first, first + token.piece_count);
  marked.tokens.push_back(token);
}

void softmax(RootScores& scores) {
  const float most = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - most);
  for (float& score : scores) score /= sum;
}

}  // namespace

PairCoder::PairCoder(ModelFile& file, const Arithmetic& arithmetic)
    : config_(file.header().config),
      kernels_(arithmetic.kernels),
      in_(layer(file, "pair.in", config_.pair, 3 * std::uint64_t{config_.width})),
      out_(layer(file, "pair.out", kRootNames.size(), config_.pair)),
      none_(file.floats("pair.none", {2, config_.width})) {}

PairCoder::Layer PairCoder::layer(ModelFile& file, const std::string& name, std::uint64_t out,
                                  std::uint64_t in) {
  return {file.floats(name + ".weight", {out, in}), file.floats(name + ".bias", {out})};
}

// Appends the pair's stretch with its marks to `room.marked`, as a window.
void PairCoder::mark(const Document& document, const MarkedPair& pair, PairRoom& room) const {
  Document& marked = room.marked;
  const bool has_source = lies_in(pair, pair.source_first, pair.source_end);
  const bool has_target = lies_in(pair, pair.target_first, pair.target_end);
  Window window;
  window.first_token = static_cast<std::uint32_t>(marked.tokens.size());
  window.pieces = 2;
  PairRoom::Marks marks = {kNone, kNone, kNone};
  const auto put = [&](Mark mark) {
    ++window.pieces;
    return add_mark(mark, marked);
  };
  marks[0] = put(kInFront);
  const auto size = static_cast<std::uint32_t>(document.tokens.size());
  for (std::uint32_t t = pair.first_token; t < std::min(pair.end_token, size); ++t) {
    const std::uint32_t pieces = pieces_read(document.tokens[t]);
    if (window.pieces + pieces + kMarks - 1 > config_.window) break;
    if (has_source && t == pair.source_first) marks[1] = put(kSource);
    if (has_target && t == pair.target_first) marks[2] = put(kTarget);
    add_token(document, t, marked);
    window.pieces += pieces;
    if (has_target && t + 1 == pair.target_end) put(kTargetEnd);
    if (has_source && t + 1 == pair.source_end) put(kSourceEnd);
  }
  window.end_token = static_cast<std::uint32_t>(marked.tokens.size());
  room.windows.push_back(window);
  room.marks.push_back(marks);
}

RootScores PairCoder::score(const Vectors& vectors, const PairRoom::Marks& marks,
                            PairRoom& room) const {
  const std::size_t width = config_.width;
  room.input.resize(marks.size() * width);
  room.hidden.resize(config_.pair);
  for (std::size_t m = 0; m < marks.size(); ++m) {
    const float* const from = marks[m] == kNone ? none_.data() + (m - 1) * width
                                                : vectors.floats + marks[m] * width;
    std::copy_n(from, width, room.input.begin() + static_cast<std::ptrdiff_t>(m * width));
  }
  const std::size_t wide = room.input.size(), narrow = room.hidden.size();
  kernels_->dots(room.input.data(), in_.weight.data(), wide, narrow, wide, room.hidden.data());
  for (std::size_t i = 0; i < narrow; ++i) {
    room.hidden[i] = std::max(room.hidden[i] + in_.bias[i], 0.0f);
  }
  RootScores scores;
  kernels_->dots(room.hidden.data(), out_.weight.data(), narrow, scores.size(), narrow,
                 scores.data());
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] += out_.bias[i];
  softmax(scores);
  return scores;
}

void PairCoder::run(const Encoder& encoder, const Document& document,
                    std::span<const MarkedPair> pairs, EncoderRoom& encoder_room, PairRoom& room,
                    std::vector<RootScores>& out) const {
  for (std::size_t first = 0; first < pairs.size();) {
    room.marked.tokens.clear();
    room.marked.pieces.clear();
    room.windows.clear();
    room.marks.clear();
    std::uint32_t pieces = 0;
    for (; first < pairs.size() && pieces + config_.window <= std::max(kBatch, config_.window);
         ++first) {
      mark(document, pairs[first], room);
      pieces += room.windows.back().pieces;
    }
    const Vectors vectors = encoder.run(room.marked, room.windows, encoder_room);
    for (const PairRoom::Marks& marks : room.marks) out.push_back(score(vectors, marks, room));
  }
}

}  // namespace tacitus
