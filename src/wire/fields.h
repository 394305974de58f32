// "Name: value" lines, as HTTP and WARC put them in front of their content.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tacitus {

class Fields {
 public:
  // Reads the lines of `block`, which end in CR LF or LF; a line that begins with a space or tab
  // goes on with the one before. Lines without a colon are passed over.
  explicit Fields(std::string_view block);
  Fields() = default;

  // The value of the first field of this name, capitals or not, without white space around it.
  std::optional<std::string_view> get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// A media type: "text/html; charset=utf-8" as its type in small letters and its charset.
struct MediaType {
  std::string type;
  std::optional<std::string> charset;  // as written, without quotation marks
};
MediaType read_media_type(std::string_view value);

// Where the empty line behind a head begins and ends in `text`; none if there is no such line.
struct HeadEnd {
  std::size_t begin, end;
};
std::optional<HeadEnd> find_head_end(std::string_view text, std::size_t from = 0);

// ASCII only, as names in these formats are.
std::string small_letters(std::string_view text);
bool same_letters(std::string_view a, std::string_view b);
std::string_view trim_spaces(std::string_view text);

}  // namespace tacitus
