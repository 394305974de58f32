// Items, pulled one at a time out of the inputs that a caller names. Nothing but the current
// page or line is held in memory, however long the input is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "wire/fetch.h"
#include "wire/item.h"

namespace tacitus {

// What an input is said to be; kAuto looks at its content, never at its name.
enum class From { kAuto, kHtml, kText, kJsonLines, kWarc, kFeed, kNewsml, kReuters };

// The form of a name as users write it: auto, html, text, jsonl, warc, feed, newsml,
// reuters. None for any other.
std::optional<From> from_name(std::string_view name);

struct StreamOptions {
  From from = From::kAuto;
  std::uint64_t max_page = 64u << 20;  // bytes of one page or text, unpacked
  std::uint64_t max_line = 64u << 20;  // bytes of one line of JSON Lines
  // Whether the pages are fetched that feeds in files link to; for feeds from the web they are.
  bool follow = false;
  FetchOptions fetch = {};             // its max_size is max_page
};

// Reads `inputs` in their order: files, folders (all files below them, in order of their names,
// but hidden ones), http and https addresses, and "-" for standard input. Gzip is unpacked
// wherever it turns up. Nothing is fetched unless an address is named or `follow` is set.
// One thread at a time may use it.
class ItemStream {
 public:
  ItemStream(std::vector<std::string> inputs, StreamOptions options);
  ~ItemStream();
  ItemStream(ItemStream&&) noexcept;
  ItemStream& operator=(ItemStream&&) noexcept;

  // The next item, or what was wrong with an input or a line of it, by name, or none at the end.
  // After an error the stream goes on with what follows.
  std::optional<Result<Item>> next();

  // Bytes taken from the inputs so far, before unpacking.
  std::uint64_t bytes_read() const;
  // Bytes of all inputs; 0 where that is not known, as for standard input. The first call looks
  // at every file's size.
  std::uint64_t bytes_total() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tacitus
