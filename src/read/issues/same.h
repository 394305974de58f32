// Whether two issue phrases name one issue: "Turkey's EU bid", "Ankara's accession to the bloc".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/issues/signs.h"

namespace tacitus {

// What speaks for two phrases naming one issue, and what against it.
constexpr std::array<std::string_view, 30> kIssueFeatures = {
    "bias",          "cosine",       "words",         "words of shorter", "no word",
    "head",          "same actors",  "some actors",   "other actors",     "actors of one",
    "same names",    "other names",  "other numbers", "cosine without words", "all the same",
    "head inside",   "left of shorter", "left of longer", "near",   "rarity of shared",
    "same numbers",  "same way",     "other way",     "way of one",    "same deed",
    "other deeds",   "deed of one",  "no deed",       "size of shorter", "size of longer"};
using IssueFeatures = std::array<float, kIssueFeatures.size()>;

// The features of two phrases, of which `cosine` is that of their vectors of meaning.
IssueFeatures issue_features(const IssueSigns& a, const IssueSigns& b, float cosine);

// A small network over the features and the two vectors of meaning (knowledge/issues/weights.tsv): a
// logistic model, and units that weigh the features together and the vectors number by number.
// Immutable and safe to share between threads.
class IssueWeights {
 public:
  // The table that is compiled in.
  static const IssueWeights& builtin();

  // Parses a table. Error: kBadInput for a line of another form, for a feature that there is not,
  // and for a line of more or fewer units than those before it, with the line's number.
  static Result<IssueWeights> parse(std::string_view text);

  // How likely the two are one issue, from 0 to 1; from 0.5 on they are. The vectors are those of
  // the phrases in bytes, of any scale. Of vectors that are not as long as those that the table
  // was made with, only the cosine counts.
  float same(const IssueSigns& a, const IssueSigns& b, std::span<const std::int8_t> vector_a,
             std::span<const std::int8_t> vector_b) const;

 private:
  // Units of one kind: what goes into each, from each of its inputs, and what comes out of it.
  struct Units {
    std::size_t count() const { return out.size(); }
    std::vector<float> in;  // by input, then by unit
    std::vector<float> out;
  };
  std::optional<std::string> take(std::string_view kind, std::string_view name, const std::vector<float>& numbers);
  float of_vectors(std::span<const std::int8_t> a, std::span<const std::int8_t> b) const;

  IssueFeatures direct_{};
  Units features_, vectors_;
  std::vector<float> bias_;  // of the units of vectors
};

}  // namespace tacitus
