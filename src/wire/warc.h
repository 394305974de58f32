// The pages and texts of a web archive, WARC 1.0 or 1.1, packed member by member or whole or not
// at all.
#pragma once

#include <cstdint>
#include <string>

#include "wire/fields.h"
#include "wire/input.h"
#include "wire/source.h"

namespace tacitus {

// Gives the response records with status 200 and the resource records whose content is HTML,
// XHTML or plain text, without their codings; other records are passed over. An item's id is the
// record's, without the brackets around it, its URL the target.
// A record that is damaged or cut short is an error; what follows is found at the next gzip
// member, or at the next line that begins a record. One record is in memory at a time.
class WarcSource : public Source {
 public:
  // `input` must live as long. `place` is what records without an id are called by, with their
  // number. Bodies over `max_page` bytes, unpacked, are errors.
  WarcSource(Input& input, std::string place, std::uint64_t max_page);

  std::optional<Result<Item>> next() override;

 private:
  struct Record {
    Fields fields;
    std::string id, url;
    bool is_response = false, is_resource = false;
    std::uint64_t size = 0;  // of the content
    std::size_t head = 0;    // bytes of the window in front of the content
  };
  using Trouble = std::optional<Error>;

  Trouble take_head();
  Trouble take_content();
  Trouble pass_over();
  Trouble lose(const std::string& reason);
  Trouble cut_short();
  Trouble at_end();
  Trouble find_next();
  Result<bool> is_wanted();
  bool ends_at(std::size_t end);
  std::optional<Result<Item>> make_item(std::string_view content) const;
  Error error(const std::string& reason, ErrorCode code = ErrorCode::kBadInput) const;

  Input& input_;
  std::string place_;
  std::uint64_t max_page_;
  std::uint64_t number_ = 0;  // of the current record, from 1
  Record record_;
  bool lost_ = false;         // the window begins somewhere inside a record
  bool ended_ = false;
};

}  // namespace tacitus
