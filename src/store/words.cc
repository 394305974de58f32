#include "store/words.h"

#include <utf8proc.h>

#include <cstdlib>
#include <cstring>
#include <unordered_set>

#include "base/utf8.h"
#include "store/builtin_tables.h"

namespace tacitus {
namespace {

// Letters that no decomposition takes apart, as people without them on the keyboard write them.
std::string_view plain_letter(char32_t code) {
  switch (code) {
    case 0x131: return "i";
    case 0x142: return "l";
    case 0xF8: return "o";
    case 0x111:
    case 0xF0: return "d";
    case 0xE6: return "ae";
    case 0x153: return "oe";
    case 0xFE: return "th";
    default: return {};
  }
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<signed char>(c) < 0) return false;
  }
  return true;
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string mapped;
  if (!is_ascii(name)) {
    utf8proc_uint8_t* out = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
        static_cast<utf8proc_ssize_t>(name.size()), &out,
        static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                                       UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    if (size > 0) {
      mapped.assign(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
      name = mapped;
    }
    std::free(out);
  }
  std::string folded;
  folded.reserve(name.size());
  const auto word = [&](std::string_view letters, bool& gap) {
    if (gap && !folded.empty()) folded += ' ';
    gap = false;
    folded += letters;
  };
  bool gap = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    const std::string_view letter = name.substr(at, point.size);
    at += point.size;
    if (point.code < 0x80) {
      const char c = static_cast<char>(point.code);
      if (c >= 'A' && c <= 'Z') {
        const char small = static_cast<char>(c + 32);
        word({&small, 1}, gap);
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        word(letter, gap);
      } else if (c == '\'' || c == '.') {
        // "Tehran's" is Tehran; "O'Brien" and "U.S." are one word
        const std::string_view rest = name.substr(at);
        if (c == '\'' && (rest.starts_with("s ") || rest == "s")) ++at;
        if (c == '.' && rest.starts_with(' ')) gap = true;
      } else {
        gap = true;
      }
      continue;
    }
    if (point.code == 0x2019) {
      const std::string_view rest = name.substr(at);
      if (rest.starts_with("s ") || rest == "s") ++at;
      continue;
    }
    if (const std::string_view plain = plain_letter(point.code); !plain.empty()) {
      word(plain, gap);
      continue;
    }
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(point.code))) {
      case UTF8PROC_CATEGORY_LU:
      case UTF8PROC_CATEGORY_LL:
      case UTF8PROC_CATEGORY_LT:
      case UTF8PROC_CATEGORY_LM:
      case UTF8PROC_CATEGORY_LO:
      case UTF8PROC_CATEGORY_ND:
      case UTF8PROC_CATEGORY_NL:
      case UTF8PROC_CATEGORY_NO: word(letter, gap); break;
      case UTF8PROC_CATEGORY_MN:
      case UTF8PROC_CATEGORY_MC: break;
      default: gap = true;
    }
  }
  return folded;
}

std::vector<std::string_view> split(std::string_view folded, char border) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(border), folded.size());
    if (end > 0) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

bool is_common(std::string_view word) {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> all;
    for (const std::string_view line : split(k_common_words_tsv, '\n')) {
      if (line.front() != '#') all.insert(line);
    }
    return all;
  }();
  return words.contains(word);
}

std::uint64_t mix(std::uint64_t bits) {
  bits += 0x9E3779B97F4A7C15u;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
  return bits ^ (bits >> 31);
}

std::uint64_t stable_hash(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = mix(seed ^ text.size());
  while (text.size() >= 8) {
    std::uint64_t block = 0;
    for (int i = 7; i >= 0; --i) block = block << 8 | static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
    hash = mix(hash ^ block);
    text.remove_prefix(8);
  }
  std::uint64_t block = 0;
  for (const char c : text) block = block << 8 | static_cast<unsigned char>(c);
  return mix(hash ^ block);
}

}  // namespace tacitus
