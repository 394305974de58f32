// One libcurl handle, which keeps connections open between requests. Redirects are followed by
// hand, so that every step of them asks robots.txt and waits its turn.
#include "wire/fetch.h"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>
#include <unordered_map>

#include "wire/robots.h"
#include "wire/size.h"
#include "wire/url.h"
#include "wire/validators.h"

namespace tacitus {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kProduct = "tacitus";
constexpr double kLongestDelay = 30;                 // seconds that a robots.txt may ask for
constexpr unsigned kRobotsRedirects = 5;             // as RFC 9309 asks
constexpr std::uint64_t kRobotsSize = 500 << 10;
constexpr std::size_t kMostHead = 1 << 18;           // bytes of the heads of one answer

struct Answer {
  long status = 0;
  std::string head, body;
  std::string trouble;     // why there is no answer; empty if there is one
  bool over = false;       // it was over the size, and the rest was not taken
};

struct Taking {
  Answer* answer;
  std::uint64_t max_size;
};

std::size_t take_body(char* data, std::size_t, std::size_t size, void* to) {
  Taking& taking = *static_cast<Taking*>(to);
  const std::uint64_t room = taking.max_size - taking.answer->body.size();
  taking.answer->over = size > room;
  taking.answer->body.append(data, std::min<std::uint64_t>(size, room));
  return taking.answer->over ? 0 : size;
}

std::size_t take_head(char* data, std::size_t, std::size_t size, void* to) {
  Answer& answer = *static_cast<Taking*>(to)->answer;
  // Each head begins anew, as that behind "100 Continue" does.
  if (std::string_view(data, size).starts_with("HTTP/")) answer.head.clear();
  answer.head.append(data, size);
  return answer.head.size() > kMostHead ? 0 : size;
}

bool is_redirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

long milliseconds(double seconds) { return std::max(1L, static_cast<long>(seconds * 1000)); }

}  // namespace

struct Fetcher::State {
  struct Host {
    std::optional<Robots> robots;
    std::string closed;  // why nothing may be fetched: robots.txt cannot be had
    Clock::time_point next{};
    double delay = 0;
  };

  explicit State(FetchOptions how) : options(std::move(how)), validators(options.cache) {
    static const bool kReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    curl.reset(kReady ? curl_easy_init() : nullptr);
  }

  FetchOptions options;
  Validators validators;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{nullptr, curl_easy_cleanup};
  std::unordered_map<std::string, Host> hosts;  // by origin

  Answer request(const Url& url, std::uint64_t max_size, const Validator* known);
  Host& host_of(const Url& url);
  void read_robots(const Url& url, Host& host);
  Result<Fetched> get(const Url& first);
};

// Asks once, when the host's turn has come.
Answer Fetcher::State::request(const Url& url, std::uint64_t max_size, const Validator* known) {
  Answer answer;
  if (!curl) {
    answer.trouble = "libcurl cannot be used";
    return answer;
  }
  Host& host = hosts[url.origin];
  std::this_thread::sleep_until(host.next);
  CURL* const handle = curl.get();
  curl_easy_reset(handle);
  Taking taking{&answer, max_size};
  char why[CURL_ERROR_SIZE] = "";
  curl_slist* fields = curl_slist_append(
      nullptr, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
  if (known != nullptr && !known->etag.empty()) {
    fields = curl_slist_append(fields, ("If-None-Match: " + known->etag).c_str());
  }
  if (known != nullptr && !known->last_modified.empty()) {
    fields = curl_slist_append(fields, ("If-Modified-Since: " + known->last_modified).c_str());
  }
  curl_easy_setopt(handle, CURLOPT_URL, url.whole.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, fields);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "tacitus/" TACITUS_VERSION);
  curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(options.connect_timeout));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds(options.timeout));
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, why);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &taking);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_head);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &taking);
  const CURLcode code = curl_easy_perform(handle);
  curl_slist_free_all(fields);
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
  const auto wait = std::chrono::duration<double>(std::max(options.delay, host.delay));
  host.next = Clock::now() + std::chrono::duration_cast<Clock::duration>(wait);
  if (code != CURLE_OK && !answer.over) {
    answer.trouble = why[0] != '\0' ? why : curl_easy_strerror(code);
    answer.trouble.erase(std::min(answer.trouble.find('\n'), answer.trouble.size()));
  }
  return answer;
}

Fetcher::State::Host& Fetcher::State::host_of(const Url& url) {
  Host& host = hosts[url.origin];
  if (!host.robots && host.closed.empty()) read_robots(url, host);
  return host;
}

// As RFC 9309 has it: what says that there are no rules opens the site, what fails closes it.
void Fetcher::State::read_robots(const Url& url, Host& host) {
  std::optional<Url> next = read_url(url.origin + "/robots.txt");
  for (unsigned steps = 0; next && steps <= kRobotsRedirects; ++steps) {
    const Answer answer = request(*next, kRobotsSize, nullptr);
    if (!answer.trouble.empty()) {
      host.closed = answer.trouble;
      return;
    }
    if (answer.status >= 500) {
      host.closed = "its robots.txt answers " + std::to_string(answer.status);
      return;
    }
    if (is_redirect(answer.status)) {
      next = resolve_url(*next, Fields(answer.head).get("Location").value_or(""));
      continue;
    }
    if (answer.status >= 200 && answer.status < 300) {
      host.robots.emplace(answer.body, kProduct);
      host.delay = std::min(host.robots->delay().value_or(0), kLongestDelay);
      if (host.delay > options.delay) {
        const auto more = std::chrono::duration<double>(host.delay - options.delay);
        host.next += std::chrono::duration_cast<Clock::duration>(more);
      }
      return;
    }
    break;
  }
  host.robots.emplace();
}

Result<Fetched> Fetcher::State::get(const Url& first) {
  const auto error = [&first](ErrorCode code, const std::string& reason) {
    return Error{code, first.whole + ": " + reason};
  };
  std::set<std::string> seen;
  Url url = first;
  for (unsigned steps = 0; steps <= options.max_redirects; ++steps) {
    if (!seen.insert(url.whole).second) return error(ErrorCode::kBadInput, "redirects in a circle");
    const Host& host = host_of(url);
    if (!host.closed.empty()) return error(ErrorCode::kIo, "cannot be fetched: " + host.closed);
    if (!host.robots->allows(url.path)) return error(ErrorCode::kIo, "robots.txt forbids it");
    Answer answer = request(url, options.max_size, validators.find(first.whole));
    if (!answer.trouble.empty()) return error(ErrorCode::kIo, "cannot be fetched: " + answer.trouble);
    const Fields fields(answer.head);
    if (is_redirect(answer.status)) {
      const std::optional<std::string_view> place = fields.get("Location");
      const std::optional<Url> next = place ? resolve_url(url, *place) : std::nullopt;
      if (!next) return error(ErrorCode::kBadInput, "redirects to nowhere on the web");
      url = *next;
      continue;
    }
    Fetched fetched;
    fetched.url = url.whole;
    fetched.asked = first.whole;
    fetched.unchanged = answer.status == 304;
    if (answer.status != 200 && answer.status != 304) {
      const bool gone = answer.status == 404 || answer.status == 410;
      return error(gone ? ErrorCode::kNotFound : ErrorCode::kBadInput,
                   "the server answers " + std::to_string(answer.status));
    }
    if (answer.over) return error(ErrorCode::kLimit, "over " + size_for_people(options.max_size));
    fetched.body = std::move(answer.body);
    fetched.type = read_media_type(fields.get("Content-Type").value_or(""));
    fetched.etag = fields.get("ETag").value_or("");
    fetched.last_modified = fields.get("Last-Modified").value_or("");
    return fetched;
  }
  return error(ErrorCode::kBadInput, "redirects over " + std::to_string(options.max_redirects) + " times");
}

Fetcher::Fetcher(FetchOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Fetcher::~Fetcher() = default;
Fetcher::Fetcher(Fetcher&&) noexcept = default;
Fetcher& Fetcher::operator=(Fetcher&&) noexcept = default;

Result<Fetched> Fetcher::get(const std::string& url) {
  const std::optional<Url> read = read_url(url);
  if (!read) return Error{ErrorCode::kBadInput, url.substr(0, 200) + ": no address on the web"};
  return state_->get(*read);
}

void Fetcher::keep(const Fetched& fetched) {
  if (!fetched.unchanged) state_->validators.put(fetched.asked, {fetched.etag, fetched.last_modified});
}

}  // namespace tacitus
