// The issues of an archive, each by one phrase: a new phrase finds its issue or begins one.
//
//   IssueIndex index(model.meaning_width());
//   IssueIndex::Found found = index.find_or_add(signs, vector);   // found.issue, found.is_new
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/nearest.h"
#include "read/issues/same.h"

namespace tacitus {

// Issues are numbered from 0 in the order in which they come; an archive that is opened again adds
// its issues' phrases in that order. Not for several threads at once.
class IssueIndex {
 public:
  // `width` numbers a vector.
  explicit IssueIndex(std::size_t width, const IssueWeights& weights = IssueWeights::builtin());

  struct Found {
    std::uint32_t issue = 0;
    float probability = 1;  // that the phrase is that issue; 1 where it is new
    bool is_new = false;
  };

  // The issue that is likeliest the phrase's, of those from 0.5 on. `vector` is the phrase's vector of
  // meaning. The phrases nearest to it by vector are looked at, about 6 * sqrt(issues) vectors on
  // the way there, so that one that shares all its words but not its vector can be missed.
  std::optional<Found> find(const IssueSigns& signs, std::span<const float> vector) const;

  // The same; where there is none, the phrase begins an issue.
  Found find_or_add(IssueSigns signs, std::span<const float> vector);

  // Begins an issue without looking; gives its number.
  std::uint32_t add(IssueSigns signs, std::span<const float> vector);

  std::uint32_t size() const { return vectors_.size(); }

 private:
  void divide();
  std::size_t nearest_part(std::span<const std::int8_t> bytes) const;

  const IssueWeights* weights_;
  Vectors8 vectors_;                              // by issue
  std::vector<IssueSigns> signs_;
  Vectors8 middles_;                              // a vector of each part
  std::vector<std::vector<std::uint32_t>> parts_; // issues nearest to each
  std::uint32_t divide_at_ = 0;                   // size at which the parts are made anew
};

}  // namespace tacitus
