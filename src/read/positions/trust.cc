// Reads the weights of traits and adds them up.
#include "read/positions/trust.h"

#include <cassert>
#include <charconv>
#include <cmath>

#include "read/builtin_tables.h"
#include "read/table.h"

namespace tacitus {

const PositionTrust& PositionTrust::builtin() {
  static const PositionTrust kTrust = [] {
    Result<PositionTrust> parsed = parse(k_stance_weights_tsv);
    assert(parsed.ok());  // a test holds it
    return std::move(parsed).value();
  }();
  return kTrust;
}

Result<PositionTrust> PositionTrust::parse(std::string_view text) {
  PositionTrust trust;
  for (const TableLine& line : read_table(text)) {
    const auto wrong = [&line](const char* what) {
      return Error{ErrorCode::kBadInput, "knowledge/stance/weights.tsv:" + std::to_string(line.number) + ": " + what};
    };
    if (line.cells.size() != 2) return wrong("not trait and weight");
    const std::string_view number = line.cells[1];
    float weight = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), weight);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size()) return wrong("a weight that is no number");
    if (line.cells[0] == "bias") {
      trust.bias_ = weight;
    } else if (!trust.weights_.try_emplace(std::string(line.cells[0]), weight).second) {
      return wrong("a trait that stands twice");
    }
  }
  return trust;
}

float PositionTrust::of(std::span<const std::string> traits) const {
  float sum = bias_;
  for (const std::string& trait : traits) {
    if (const auto found = weights_.find(trait); found != weights_.end()) sum += found->second;
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace tacitus
