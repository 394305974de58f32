// Bytes of a page or text into UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

struct Decoded {
  std::string text;            // valid UTF-8
  std::uint64_t replaced = 0;  // bytes that were no characters, and became U+FFFD
  std::string encoding;        // as ICU names it: "UTF-8", "windows-1252"
  // For every byte of `text`, and its end, the byte of the input at which its character begins;
  // empty unless it was asked for.
  std::vector<std::uint32_t> places;
};

// A page: by its byte order mark, else by `told`, the label of an encoding that came with it, else
// by the one that it declares, in this order and read as the WHATWG Encoding Standard does, else
// UTF-8. Labels that are not known count as none. Where nothing is declared and the bytes are no
// UTF-8 but look like windows-1252 they are read as that.
Decoded decode_html(std::string_view bytes, std::string_view told = {}, bool with_places = false);

// A text: by its byte order mark, else by `told`, else UTF-8.
Decoded decode_text(std::string_view bytes, std::string_view told = {});

// The converter that stands for a label ("latin1": windows-1252); empty for an unknown one.
std::string_view encoding_of(std::string_view label);

}  // namespace tacitus
