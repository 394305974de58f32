// Addresses are told by their marks ("://", "www.", "@") and by well-known last parts of hosts.
#include "text/web.h"

#include <algorithm>
#include <array>

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 1024;  // a bound on the work that a hostile text can cause

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool starts_with(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  return std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

bool is_known_ending(std::string_view host) {
  constexpr std::array<std::string_view, 12> kEndings = {"com", "org", "net", "gov", "edu", "int",
                                                         "mil", "info", "io", "uk", "us", "ru"};
  const std::size_t dot = host.rfind('.');
  if (dot == host.npos || dot == 0) return false;
  const std::string_view ending = host.substr(dot + 1);
  return std::any_of(kEndings.begin(), kEndings.end(), [ending](std::string_view known) {
    return ending.size() == known.size() && starts_with(ending, known);
  });
}

// The part of `url` without the punctuation that the sentence around it has put behind it.
std::size_t without_tail(std::string_view url) {
  std::size_t end = url.size();
  while (end > 0) {
    const char c = url[end - 1];
    const bool closes = c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
                        c == '\'' || c == '"';
    const std::string_view rest = url.substr(0, end - 1);
    const bool lone = (c == ')' && rest.find('(') == rest.npos) ||
                      (c == ']' && rest.find('[') == rest.npos) || c == '>';
    if (!closes && !lone) break;
    --end;
  }
  return end;
}

// Bytes that a URL may hold; anything outside ASCII but quotes and dashes too.
std::size_t url_run(std::string_view chunk) {
  chunk = chunk.substr(0, kLongest);
  std::size_t end = 0;
  while (end < chunk.size()) {
    const char c = chunk[end];
    if (c == '"' || c == '<' || c == '>' || c == '{' || c == '}' || c == '|' || c == '`') break;
    if (static_cast<unsigned char>(c) == 0xE2) break;
    ++end;
  }
  return end;
}

std::size_t host_run(std::string_view chunk) {
  chunk = chunk.substr(0, kLongest);
  std::size_t end = 0;
  while (end < chunk.size() && (is_alnum(chunk[end]) || chunk[end] == '.' || chunk[end] == '-')) {
    ++end;
  }
  while (end > 0 && !is_alnum(chunk[end - 1])) --end;
  return end;
}

std::size_t email_length(std::string_view chunk) {
  std::size_t at = 0;
  while (at < chunk.size() && at < 64 &&
         (is_alnum(chunk[at]) || chunk[at] == '.' || chunk[at] == '-' || chunk[at] == '_' ||
          chunk[at] == '+')) {
    ++at;
  }
  if (at == 0 || at >= chunk.size() || chunk[at] != '@') return 0;
  const std::size_t host = host_run(chunk.substr(at + 1));
  return host == 0 ? 0 : at + 1 + host;
}

}  // namespace

bool may_hold_web(std::string_view chunk) {
  return chunk.size() > 3 && (chunk.find('@', 1) != chunk.npos || chunk.find('.') != chunk.npos ||
                              chunk.find("://") != chunk.npos);
}

std::uint32_t web_length(std::string_view chunk) {
  constexpr std::array<std::string_view, 6> kStarts = {"http://", "https://", "www.",
                                                       "ftp://",  "mailto:",  "doi:"};
  std::size_t length = 0;
  if (std::any_of(kStarts.begin(), kStarts.end(),
                  [chunk](std::string_view start) { return starts_with(chunk, start); })) {
    length = without_tail(chunk.substr(0, url_run(chunk)));
  } else if (!chunk.empty() && is_alnum(chunk[0])) {
    length = email_length(chunk);
    if (length == 0) {
      const std::size_t host = host_run(chunk);
      if (is_known_ending(chunk.substr(0, host))) {
        const bool path = host < chunk.size() && chunk[host] == '/';
        length = path ? without_tail(chunk.substr(0, url_run(chunk))) : host;
      }
    }
  }
  return static_cast<std::uint32_t>(length);
}

}  // namespace tacitus
