// Numbers for a few tokens of a document; a vector over all of them weighs much in a book.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "text/document.h"

namespace tacitus {

class TokenMap {
 public:
  void set(std::uint32_t token, std::uint32_t number) { numbers_[token] = number; }
  // kNone where none was set.
  std::uint32_t at(std::uint32_t token) const {
    const auto found = numbers_.find(token);
    return found == numbers_.end() ? kNone : found->second;
  }

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
};

}  // namespace tacitus
