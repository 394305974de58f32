// What comes in over the wire: one page or text, as it was handed over, before anybody looks
// at what it says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tacitus {

// What an item's content is.
enum class Form { kText, kHtml };

// An actor pair that the caller wants coded: ranges of code points in the text; none for an
// unnamed side.
struct ActorPair {
  using Range = std::pair<std::uint32_t, std::uint32_t>;
  std::optional<Range> source;
  std::optional<Range> target;
};

struct Item {
  std::string id;       // as given, else the file's path as given, or the WARC record's id
  Form form = Form::kText;
  std::string content;  // the bytes as they came; for JSON Lines the value of `text` or `html`
  bool is_utf8 = false; // content is known to be valid UTF-8 (it came inside JSON)
  // The encoding that the HTTP header names, as written there ("ISO-8859-1"); it goes before what
  // the page itself declares, and behind a byte order mark.
  std::optional<std::string> charset;
  std::uint64_t replaced = 0;  // bytes that were no UTF-8 and were replaced on the way here
  // What the caller says of it; these win over what the page says.
  std::optional<std::string> url, title, published;
  // What a feed or an archive says of it: a name or names, the publisher or agency, BCP 47.
  std::optional<std::string> author, source, language, modified;
  // True for a page that a feed links to: what the page says of itself then goes before what the
  // feed says of it, save for the URL.
  bool page_first = false;
  std::vector<ActorPair> pairs;
};

}  // namespace tacitus
