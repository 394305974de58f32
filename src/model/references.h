// References: the words that refer to actors, and for each the earlier one that it goes back to.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/scores.h"
#include "model/windows.h"

namespace tacitus {

// The last mention heads of the document that is being read; one a thread.
struct ReferenceRoom {
  static constexpr std::size_t kReach = 200;  // how far back an antecedent can be

  struct Mention {
    std::uint32_t index = 0, token = 0, sentence = 0;
    std::uint8_t kind = 0;
    ReferentType type = ReferentType::kPerson;
  };

  // Mention i is in slot i % kReach; keys is a row for each slot.
  std::array<Mention, kReach> mentions;
  Room<float> keys;
  std::array<float, kReach> scores;
};

class ReferenceFinder {
 public:
  // As Encoder's constructor.
  ReferenceFinder(ModelFile& file, const Columns& columns, const Arithmetic& arithmetic);

  // Appends the references among the tokens of `stretches`, whose first token's scores are row
  // 0. Call it with all stretches of a document in order; upos must be there.
  void run(Document& document, std::span<const Stretch> stretches, const Scores& scores,
           ReferenceRoom& room) const;

 private:
  std::uint8_t kind_of(const Token& token) const;
  void find_antecedent(Document& document, const ReferenceRoom::Mention& mention,
                       const float* query, ReferenceRoom& room) const;

  Columns columns_;
  const kernels::Kernels* kernels_;
  std::size_t width_;
  std::vector<float> bias_;           // [kind][feature]
  std::vector<std::uint8_t> kinds_;   // by UPOS
};

}  // namespace tacitus
