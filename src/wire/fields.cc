// Lenient, as readers of HTTP have to be: what is no field is no trouble either.
#include "wire/fields.h"

#include <algorithm>

namespace tacitus {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::string small_letters(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), small);
  return out;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return small(x) == small(y); });
}

std::string_view trim_spaces(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

Fields::Fields(std::string_view block) {
  while (!block.empty()) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(std::min(end + 1, block.size()));
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (!fields_.empty()) {
        std::string& value = fields_.back().second;
        if (!value.empty()) value += ' ';
        value += trim_spaces(line);
      }
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    fields_.emplace_back(trim_spaces(line.substr(0, colon)), trim_spaces(line.substr(colon + 1)));
  }
}

std::optional<std::string_view> Fields::get(std::string_view name) const {
  for (const auto& [field, value] : fields_) {
    if (same_letters(field, name)) return value;
  }
  return std::nullopt;
}

MediaType read_media_type(std::string_view value) {
  MediaType out;
  const std::size_t end = std::min(value.find(';'), value.size());
  out.type = small_letters(trim_spaces(value.substr(0, end)));
  value.remove_prefix(end);
  while (!value.empty()) {
    value.remove_prefix(1);
    const std::size_t next = std::min(value.find(';'), value.size());
    const std::string_view parameter = value.substr(0, next);
    const std::size_t equals = parameter.find('=');
    if (equals != parameter.npos && !out.charset &&
        same_letters(trim_spaces(parameter.substr(0, equals)), "charset")) {
      std::string_view charset = trim_spaces(parameter.substr(equals + 1));
      while (charset.starts_with('"') || charset.starts_with('\'')) charset.remove_prefix(1);
      while (charset.ends_with('"') || charset.ends_with('\'')) charset.remove_suffix(1);
      if (!charset.empty()) out.charset = charset;
    }
    value.remove_prefix(next);
  }
  return out;
}

std::optional<HeadEnd> find_head_end(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('\n', from); at != text.npos; at = text.find('\n', at + 1)) {
    const std::string_view rest = text.substr(at + 1, 2);
    if (rest.starts_with('\n')) return HeadEnd{at + 1, at + 2};
    if (rest == "\r\n") return HeadEnd{at + 1, at + 3};
  }
  return std::nullopt;
}

}  // namespace tacitus
