// The self-test: the windows that a model file brings with the outputs that the trainer got.
#pragma once

#include <cstddef>
#include <span>

#include "model/network.h"

namespace tacitus {

// How far a reading is from what the file says it should be.
struct Parity {
  double worst = 0;       // absolute difference of a number of a token's vector
  double worst_pair = 0;  // the same of a root's probability
  double worst_meaning = 0;  // the same of a number of a vector of meaning
  double worst_act = 0;      // the same of a chance of the act head
  double worst_sector = 0;   // the same of a chance of the sector head
  std::size_t labels = 0, equal = 0;

  double agreement() const {
    return labels == 0 ? 1 : static_cast<double>(equal) / static_cast<double>(labels);
  }
};

// What a reader must hold on any self-test, see docs/model-format.md.
constexpr double kWorstFloat32 = 0.001, kWorstInt8 = 0.15, kWorstPairInt8 = 0.1;
constexpr double kLeastAgreement = 0.97, kLeastAgreementInt8 = 0.93;
constexpr double kWorstMeaningFloat32 = 0.005, kWorstMeaningInt8 = 0.05;
// Chances are kept in 255ths.
constexpr double kWorstActFloat32 = 0.003, kWorstActInt8 = 0.15;
constexpr double kWorstSectorFloat32 = 0.004, kWorstSectorInt8 = 0.25;

// `tests` are the first of the file's; the stretches of their windows are tried with them.
Parity parity(const Network& network, std::span<const SelfTest> tests,
              std::span<const PairSelfTest> pairs);

// Whether the reading is near enough for the way that the network computes.
bool holds(const Network& network, const Parity& parity);

}  // namespace tacitus
