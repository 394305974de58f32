// Whether two issue phrases name one issue: "Turkey's EU bid", "Ankara's accession to the bloc".
#pragma once

#include <array>
#include <string_view>

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

// A logistic model over the features (knowledge/issues/weights.tsv). Immutable and safe to share
// between threads.
class IssueWeights {
 public:
  // The table that is compiled in.
  static const IssueWeights& builtin();

  // Parses a table: feature <TAB> weight. Error: kBadInput for a line of another form and for a
  // feature that there is not, with the line's number.
  static Result<IssueWeights> parse(std::string_view text);

  // How likely the two are one issue, from 0 to 1; from 0.5 on they are.
  float same(const IssueSigns& a, const IssueSigns& b, float cosine) const;

 private:
  IssueFeatures weights_{};
};

}  // namespace tacitus
