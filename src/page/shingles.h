// Whether one text says what another says, by runs of words that they share.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tacitus {

class Shingles {
 public:
  void add(std::string_view text);
  bool empty() const { return runs_.empty(); }

  // The share of the text's runs that were added, 0 to 1; 0 for one of fewer than four words.
  double share(std::string_view text);

 private:
  std::vector<std::uint64_t> runs_;  // hashes of four words each
  bool sorted_ = false;
};

}  // namespace tacitus
