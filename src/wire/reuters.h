// The stories of Reuters-21578, in the SGML in which it is handed on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "wire/input.h"
#include "wire/source.h"

namespace tacitus {

// Gives a text a REUTERS element: headline, blank line, dateline and body; the headline alone for
// briefs, the whole text for stories that were not taken apart. The id is NEWID, the source
// Reuters. The wire's own signals and the sign-off at the end are left out.
// An element that is not closed is an error, and what follows is read.
class ReutersSource : public Source {
 public:
  // As FeedSource.
  ReutersSource(Input& input, std::string place, std::uint64_t max_page);

  std::optional<Result<Item>> next() override;

 private:
  Item make_item(std::string_view story) const;

  Input& input_;
  std::string place_;
  std::uint64_t max_page_;
  std::uint64_t number_ = 0;
  bool ended_ = false;
};

}  // namespace tacitus
