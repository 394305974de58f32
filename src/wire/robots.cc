// Groups of rules follow one or more user-agent lines; all groups of the same name count as one.
#include "wire/robots.h"

#include <algorithm>
#include <cstdlib>

#include "wire/fields.h"

namespace tacitus {
namespace {

constexpr std::size_t kMostBytes = 500 << 10;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// Paths and patterns in one form: what need not be escaped is not, all else in capitals.
std::string normal_path(std::string_view path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  const auto escape = [&out](unsigned char byte) {
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  };
  for (std::size_t at = 0; at < path.size(); ++at) {
    const char c = path[at];
    const bool is_escape = c == '%' && at + 2 < path.size() && hex_digit(path[at + 1]) >= 0 &&
                           hex_digit(path[at + 2]) >= 0;
    if (is_escape) {
      const auto byte = static_cast<unsigned char>(hex_digit(path[at + 1]) * 16 + hex_digit(path[at + 2]));
      if (is_unreserved(static_cast<char>(byte))) out += static_cast<char>(byte);
      else escape(byte);
      at += 2;
    } else if (static_cast<unsigned char>(c) >= 0x80 || static_cast<unsigned char>(c) <= 0x20) {
      escape(static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

// "*" stands for any run of characters, "$" at the end for the end. The first place where a part
// fits leaves most to the parts behind it.
bool fits(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  std::size_t at = 0;
  bool first = true;
  while (true) {
    const std::size_t star = pattern.find('*');
    const std::string_view part = pattern.substr(0, star);
    const bool last = star == pattern.npos;
    if (last && to_end && !first) return path.size() >= at + part.size() && path.ends_with(part);
    const std::size_t found = first ? (path.starts_with(part) ? 0 : path.npos) : path.find(part, at);
    if (found == path.npos) return false;
    at = found + part.size();
    if (last) return !to_end || at == path.size();
    pattern.remove_prefix(star + 1);
    first = false;
  }
}

// Whether a user-agent line names `product`: letters, "-" and "_" up to anything else count.
bool names(std::string_view value, std::string_view product) {
  std::size_t size = 0;
  while (size < value.size() && (((value[size] | 0x20) >= 'a' && (value[size] | 0x20) <= 'z') ||
                                 value[size] == '-' || value[size] == '_')) {
    ++size;
  }
  return same_letters(value.substr(0, size), product);
}

}  // namespace

Robots::Robots(std::string_view text, std::string_view product) {
  text = text.substr(0, kMostBytes);
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  Robots for_all;
  bool ours = false, all = false, named = false;
  bool in_names = false;  // the last line named a program
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = trim_spaces(line.substr(0, line.find('#')));
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    const std::string key = small_letters(trim_spaces(line.substr(0, colon)));
    const std::string_view value = trim_spaces(line.substr(colon + 1));
    if (key == "user-agent") {
      if (!in_names) ours = all = false;
      in_names = true;
      ours = ours || names(value, product);
      all = all || value == "*";
      named = named || ours;
      continue;
    }
    const auto put = [&](auto change) {
      if (ours) change(*this);
      if (all) change(for_all);
    };
    if (key == "allow" || key == "disallow") {
      in_names = false;
      if (value.empty()) continue;
      put([&](Robots& robots) { robots.rules_.push_back({normal_path(value), key == "allow"}); });
    } else if (key == "crawl-delay") {
      in_names = false;
      const double seconds = std::strtod(std::string(value).c_str(), nullptr);
      if (seconds > 0) put([&](Robots& robots) { robots.delay_ = seconds; });
    }
  }
  if (!named) *this = std::move(for_all);
}

bool Robots::allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  const std::string normal = normal_path(path);
  std::size_t longest = 0;
  bool allowed = true;
  for (const Rule& rule : rules_) {
    if (rule.pattern.size() < longest || !fits(rule.pattern, normal)) continue;
    allowed = rule.allow || (rule.pattern.size() == longest && allowed);
    longest = rule.pattern.size();
  }
  return allowed;
}

}  // namespace tacitus
