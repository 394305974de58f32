// Looks names up as they are written in knowledge/page/agencies.txt: "AA" is one, "aa" is none.
#include "page/agencies.h"

#include <algorithm>
#include <unordered_map>

#include "page/fold.h"
#include "page/tables.h"

namespace tacitus {
namespace {

std::unordered_map<std::string_view, std::string_view> read_table() {
  std::unordered_map<std::string_view, std::string_view> names;
  for (std::string_view line : table_lines(k_agencies_txt)) {
    const std::string_view agency = trim(line.substr(0, line.find('|')));
    while (!line.empty()) {
      const std::string_view name = line.substr(0, line.find('|'));
      names.emplace(trim(name), agency);
      line.remove_prefix(std::min(name.size() + 1, line.size()));
    }
  }
  return names;
}

}  // namespace

std::string_view agency_of(std::string_view text) {
  static const auto kNames = read_table();
  if (text.size() > 60) return {};
  const auto is_sign = [](char c) { return !is_letter(c) || static_cast<signed char>(c) < 0; };
  while (!text.empty() && is_sign(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_sign(text.back())) text.remove_suffix(1);
  const auto found = kNames.find(text);
  return found == kNames.end() ? std::string_view() : found->second;
}

}  // namespace tacitus
