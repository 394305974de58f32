// libcurl's parser of addresses, so that what is checked is what is fetched.
#include "wire/url.h"

#include <curl/curl.h>

#include <memory>
#include <utility>

#include "wire/fields.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 8192;

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return "";
  std::string out = text;
  curl_free(text);
  return out;
}

bool put(CURLU* url, std::string_view text) {
  // What people paste has spaces in it.
  const std::string copy(trim_spaces(text));
  return copy.size() <= kLongest &&
         curl_url_set(url, CURLUPART_URL, copy.c_str(), CURLU_URLENCODE) == CURLUE_OK;
}

std::optional<Url> finish(CURLU* url) {
  curl_url_set(url, CURLUPART_FRAGMENT, nullptr, 0);
  curl_url_set(url, CURLUPART_USER, nullptr, 0);
  curl_url_set(url, CURLUPART_PASSWORD, nullptr, 0);
  const std::string scheme = part_of(url, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  Url out;
  out.whole = part_of(url, CURLUPART_URL);
  out.origin = scheme + "://" + small_letters(part_of(url, CURLUPART_HOST));
  const std::string port = part_of(url, CURLUPART_PORT);
  if (!port.empty()) out.origin += ':' + port;
  out.path = part_of(url, CURLUPART_PATH);
  const std::string query = part_of(url, CURLUPART_QUERY);
  if (!query.empty()) out.path += '?' + query;
  return out;
}

// The parser decodes a host only after it has looked for numbers in it: "%30" becomes "0", which
// read again is "0.0.0.0". What comes out is what stays the same.
std::optional<Url> settled(std::optional<Url> url) {
  constexpr int kMostRounds = 3;
  for (int round = 0; url && round < kMostRounds; ++round) {
    const Handle handle(curl_url(), curl_url_cleanup);
    if (!handle || !put(handle.get(), url->whole)) return std::nullopt;
    std::optional<Url> again = finish(handle.get());
    if (again && again->whole == url->whole) return url;
    url = std::move(again);
  }
  return std::nullopt;
}

}  // namespace

bool is_url(std::string_view name) {
  return same_letters(name.substr(0, 7), "http://") || same_letters(name.substr(0, 8), "https://");
}

std::optional<Url> read_url(std::string_view text) {
  if (!is_url(trim_spaces(text))) return std::nullopt;
  const Handle url(curl_url(), curl_url_cleanup);
  if (!url || !put(url.get(), text)) return std::nullopt;
  return settled(finish(url.get()));
}

std::optional<Url> resolve_url(const Url& base, std::string_view text) {
  const Handle url(curl_url(), curl_url_cleanup);
  if (!url || !put(url.get(), base.whole) || !put(url.get(), text)) return std::nullopt;
  return settled(finish(url.get()));
}

}  // namespace tacitus
