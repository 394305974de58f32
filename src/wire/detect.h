// What an input is, by its first bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace tacitus {

// How many bytes of an input detect() looks at.
constexpr std::size_t kDetectSize = 1 << 14;

enum class Kind {
  kText,
  kHtml,
  kJson,    // begins as an object of JSON does, or an array of them
  kBinary,
  kWarc,
  kFeed,    // RSS, Atom, JSON Feed, a sitemap
  kNewsml,  // NewsML-G2
  kReuters, // the SGML of Reuters-21578
};

// `start` is the beginning of an input, kDetectSize bytes if it has as many.
Kind detect(std::string_view start);

// True for bytes that are no text in any encoding: a known kind of binary file, or many control
// characters.
bool is_binary(std::string_view start);

// `text` without a byte order mark and white space at its front.
std::string_view trim_front(std::string_view text);

// True if `text` begins with the mark of UTF-16 or UTF-32.
bool has_wide_mark(std::string_view text);

}  // namespace tacitus
