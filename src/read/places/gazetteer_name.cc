// Names of places as the gazetteer looks them up.
#include "read/places/gazetteer_name.h"

#include <array>
#include <utility>

#include "read/reading.h"

namespace tacitus {
namespace {

// What becomes of signs outside ASCII that lose no accent; others stay.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kSigns = {{
    {"ø", "o"}, {"ł", "l"}, {"đ", "d"}, {"ı", "i"}, {"æ", "ae"}, {"œ", "oe"}, {"ð", "d"},
    {"þ", "th"}, {"ħ", "h"}, {"ŧ", "t"}, {"ə", "e"},
    {"’", ""}, {"‘", ""}, {"ʻ", ""}, {"ʼ", ""}, {"ʿ", ""}, {"ʾ", ""}, {"′", ""}, {"ʹ", ""},
    {"‐", " "}, {"‑", " "}, {"–", " "}, {"—", " "}, {"\u00A0", " "}, {"\u2009", " "},
    {"\u202F", " "}, {"\u200B", ""},
}};

bool is_gap(char c) {
  return c == ' ' || c == '-' || c == ',' || c == '/' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

void append_place_key(std::string_view plain, std::string& key) {
  bool gap = !key.empty();
  const auto add = [&](std::string_view part) {
    if (gap && !key.empty() && key.back() != ' ') key += ' ';
    gap = false;
    key += part;
  };
  for (std::size_t at = 0; at < plain.size();) {
    const char c = plain[at];
    if ((c & 0x80) == 0) {
      if (is_gap(c)) {
        gap = true;
      } else if (c != '.' && c != '\'' && c != '`') {
        add(plain.substr(at, 1));
      }
      ++at;
      continue;
    }
    std::size_t size = 1;
    while (at + size < plain.size() && (plain[at + size] & 0xC0) == 0x80) ++size;
    std::string_view sign = plain.substr(at, size);
    for (const auto& [from, to] : kSigns) {
      if (sign == from) {
        sign = to;
        break;
      }
    }
    if (sign == " ") {
      gap = true;
    } else if (!sign.empty()) {
      add(sign);
    }
    at += size;
  }
}

std::string place_key(std::string_view name) {
  std::string key;
  append_place_key(plain_text(name), key);
  return key;
}

}  // namespace tacitus
