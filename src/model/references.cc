#include "model/references.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "model/labels.h"

namespace tacitus {
namespace {

constexpr std::size_t kKinds = 3;
constexpr std::uint8_t kPronoun = 0, kName = 1, kOther = 2;

// The features of docs/model-format.md. Those of sentences come first, those of kinds last.
constexpr std::size_t kSameWord = 6, kSameType = 7, kKindOfEarlier = 8, kFeatures = 11;

std::size_t sentence_feature(std::uint32_t between) {
  constexpr std::uint32_t kFirst[] = {1, 2, 3, 5, 9};
  return static_cast<std::size_t>(std::upper_bound(std::begin(kFirst), std::end(kFirst), between) -
                                  std::begin(kFirst));
}

bool same_word(const Document& document, std::uint32_t a, std::uint32_t b) {
  const Token &one = document.tokens[a], &two = document.tokens[b];
  return one.piece_count == two.piece_count &&
         std::equal(document.pieces.begin() + one.first_piece,
                    document.pieces.begin() + one.first_piece + one.piece_count,
                    document.pieces.begin() + two.first_piece);
}

}  // namespace

ReferenceFinder::ReferenceFinder(ModelFile& file, const Columns& columns,
                                 const Arithmetic& arithmetic)
    : columns_(columns), kernels_(arithmetic.kernels), width_(file.header().config.coref) {
  bias_ = file.floats("coref.bias", {kKinds, kFeatures});
  for (const std::string& name : file.header().labels.upos) {
    kinds_.push_back(name == "PRON" || name == "DET" ? kPronoun
                     : name == "PROPN"               ? kName
                                                     : kOther);
  }
}

std::uint8_t ReferenceFinder::kind_of(const Token& token) const { return kinds_[token.upos]; }

void ReferenceFinder::find_antecedent(Document& document, const ReferenceRoom::Mention& mention,
                                      const float* query, ReferenceRoom& room) const {
  const std::uint32_t count =
      std::min<std::uint32_t>(mention.index, ReferenceRoom::kReach);
  kernels_->dots(query, room.keys.get(0), width_, count, width_, room.scores.data());
  const float scale = 1 / std::sqrt(static_cast<float>(width_));
  const float* const bias = bias_.data() + mention.kind * kFeatures;
  Reference& reference = document.references[mention.index];
  // To have none scores 0. The sum of e^(score - most) is kept along.
  float most = 0, sum = 1;
  for (std::uint32_t j = mention.index - count; j < mention.index; ++j) {
    const std::size_t slot = j % ReferenceRoom::kReach;
    const ReferenceRoom::Mention& earlier = room.mentions[slot];
    float score = room.scores[slot] * scale +
                  bias[sentence_feature(mention.sentence - earlier.sentence)] +
                  bias[kKindOfEarlier + earlier.kind];
    if (earlier.type == mention.type) score += bias[kSameType];
    if (same_word(document, earlier.token, mention.token)) score += bias[kSameWord];
    if (score > most) {
      sum = sum * std::exp(most - score) + 1;
      most = score;
      reference.antecedent = j;
    } else {
      sum += std::exp(score - most);
    }
  }
  reference.score = reference.antecedent == kNone ? 0 : 1 / sum;
}

void ReferenceFinder::run(Document& document, std::span<const Stretch> stretches,
                          const Scores& scores, ReferenceRoom& room) const {
  const std::uint32_t first_token = stretches.front().first_token;
  float* const keys = room.keys.get(ReferenceRoom::kReach * width_);
  for (const Stretch& stretch : stretches) {
    for (std::uint32_t t = stretch.first_token; t < stretch.end_token; ++t) {
      const std::size_t row = t - first_token;
      const std::uint8_t label = best_of(scores.row(row, columns_.referent), kReferentLabels);
      if (label == 0) continue;
      const auto index = static_cast<std::uint32_t>(document.references.size());
      const auto type = static_cast<ReferentType>(label - 1);
      document.references.push_back({t, type, kNone, 0});
      const ReferenceRoom::Mention mention = {index, t, stretch.sentence,
                                              kind_of(document.tokens[t]), type};
      find_antecedent(document, mention, scores.row(row, columns_.coref_query), room);
      const std::size_t slot = index % ReferenceRoom::kReach;
      room.mentions[slot] = mention;
      std::memcpy(keys + slot * width_, scores.row(row, columns_.coref_key),
                  width_ * sizeof(float));
    }
  }
}

}  // namespace tacitus
