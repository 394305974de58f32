// A record is a head of fields, a content of the length told there, and two line ends. Nothing of
// it is believed: where the next record does not begin at the told place, it is searched for.
#include "wire/warc.h"

#include <algorithm>
#include <charconv>

#include "wire/http.h"
#include "wire/media.h"
#include "wire/size.h"

namespace tacitus {
namespace {

constexpr std::string_view kMark = "WARC/1.";
constexpr std::size_t kMostHead = 1 << 16;   // bytes of a record's or an HTTP answer's head
constexpr std::size_t kSmallRecord = 1 << 20;  // up to here also records that nobody wants are held
constexpr std::size_t kPiece = 1 << 16;
// The longest beginning of a record that find_record needs to see, with a line end in front.
constexpr std::size_t kBeginning = 32;

// Where a record begins in `text`, behind a line's end; npos if nowhere.
std::size_t find_record(std::string_view text) {
  for (std::size_t at = text.find(kMark, 1); at != text.npos; at = text.find(kMark, at + 1)) {
    if (text[at - 1] != '\n') continue;
    std::string_view rest = text.substr(at + kMark.size());
    if (rest.empty() || rest[0] < '0' || rest[0] > '9') continue;
    rest.remove_prefix(1);
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (!rest.starts_with('\n')) continue;
    rest.remove_prefix(1);
    if (same_letters(rest.substr(0, 5), "WARC-") || same_letters(rest.substr(0, 8), "Content-")) {
      return at;
    }
  }
  return text.npos;
}

std::string without_brackets(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>') && uri.size() > 1) {
    uri = uri.substr(1, uri.size() - 2);
  }
  return std::string(uri);
}

bool begins_with_http(std::string_view url) {
  return same_letters(url.substr(0, 5), "http:") || same_letters(url.substr(0, 6), "https:");
}

}  // namespace

WarcSource::WarcSource(Input& input, std::string place, std::uint64_t max_page)
    : input_(input), place_(std::move(place)), max_page_(max_page) {}

Error WarcSource::error(const std::string& reason, ErrorCode code) const {
  std::string message = input_.name() + ": record " + std::to_string(number_);
  if (!record_.url.empty()) message += " (" + record_.url.substr(0, 200) + ")";
  return Error{code, message + ": " + reason};
}

std::optional<Result<Item>> WarcSource::next() {
  while (!ended_) {
    if (lost_) {
      if (const Trouble trouble = find_next()) return *trouble;
      continue;
    }
    if (const Trouble trouble = take_head()) return *trouble;
    if (ended_) break;
    const Result<bool> wanted = is_wanted();
    const bool over = wanted.ok() && wanted.value() && record_.size > max_page_ + kMostHead;
    if (!wanted.ok() || !wanted.value() || over) {
      if (const Trouble trouble = pass_over()) return *trouble;
      if (!wanted.ok()) return wanted.error();
      if (over) return error("over " + size_for_people(max_page_), ErrorCode::kLimit);
      continue;
    }
    if (const Trouble trouble = take_content()) return *trouble;
    std::optional<Result<Item>> item = make_item(input_.window().substr(record_.head, record_.size));
    input_.consume(record_.head + record_.size);
    if (item) return item;
  }
  return std::nullopt;
}

// Reads the fields of the next record, or comes to the end.
WarcSource::Trouble WarcSource::take_head() {
  while (true) {
    if (!input_.fill(1)) return at_end();
    const std::size_t begin = input_.window().find_first_not_of("\r\n");
    input_.consume(std::min(begin, input_.window().size()));
    if (begin != std::string_view::npos) break;
  }
  ++number_;
  record_ = Record();
  if (!input_.fill(kMark.size())) return cut_short();
  if (!input_.window().starts_with(kMark)) {
    return lose("does not begin with WARC/1.");
  }
  std::optional<HeadEnd> end;
  for (std::size_t seen = 0; !(end = find_head_end(input_.window(), seen));) {
    const std::size_t size = input_.window().size();
    seen = size - std::min<std::size_t>(size, 3);
    if (size > kMostHead) break;
    if (!input_.fill(size + 1)) return cut_short();
  }
  if (!end || end->end > kMostHead) {
    input_.consume(kMark.size());
    return lose("its head is over " + size_for_people(kMostHead));
  }
  record_.head = end->end;
  record_.fields = Fields(input_.window().substr(0, end->begin));
  const auto field = [this](std::string_view name) {
    return record_.fields.get(name).value_or(std::string_view());
  };
  record_.is_response = same_letters(field("WARC-Type"), "response");
  record_.is_resource = same_letters(field("WARC-Type"), "resource");
  record_.id = without_brackets(field("WARC-Record-ID"));
  record_.url = without_brackets(field("WARC-Target-URI"));
  const std::string_view length = field("Content-Length");
  const auto [stop, code] =
      std::from_chars(length.data(), length.data() + length.size(), record_.size);
  if (length.empty() || code != std::errc() || stop != length.data() + length.size() ||
      record_.size > UINT64_MAX / 4) {
    input_.consume(record_.head - 1);
    return lose("has no Content-Length that is a number");
  }
  return std::nullopt;
}

// Whether the record can be a page or a text, by what its head and that of its answer say.
Result<bool> WarcSource::is_wanted() {
  const auto can_be_read = [](std::string_view type) {
    const MediaType media = read_media_type(type);
    return media.type.empty() || form_of(media, {}).has_value();
  };
  if (is_site_file(record_.url)) return false;
  const std::string_view type = record_.fields.get("Content-Type").value_or("");
  if (record_.is_resource) return can_be_read(type);
  if (!record_.is_response || !begins_with_http(record_.url)) return false;
  input_.fill(record_.head + std::min<std::uint64_t>(record_.size, kMostHead));
  const std::string_view begin =
      input_.window().substr(record_.head, std::min<std::uint64_t>(record_.size, kMostHead));
  const Result<HttpAnswer> answer = read_http(begin);
  if (!answer.ok()) return error(answer.error().message);
  return answer.value().status == 200 &&
         can_be_read(answer.value().fields.get("Content-Type").value_or(""));
}

// Brings the whole record into the window and makes sure that it ends where it says.
WarcSource::Trouble WarcSource::take_content() {
  const std::size_t end = record_.head + record_.size;
  if (!input_.fill(end)) {
    input_.consume(record_.head - 1);
    return cut_short();
  }
  if (!ends_at(end)) {
    input_.consume(record_.head - 1);
    return lose("does not end where its Content-Length says");
  }
  // The checksum of a gzip member comes behind its content, and may tell that it is damaged.
  const bool torn = input_.torn_size() > input_.window().size() - end;
  if (torn && !trim_spaces(input_.window().substr(end)).starts_with(kMark)) {
    input_.consume(end);
    return cut_short();
  }
  return std::nullopt;
}

WarcSource::Trouble WarcSource::pass_over() {
  if (record_.size <= kSmallRecord) {
    const Trouble trouble = take_content();
    if (!trouble) input_.consume(record_.head + record_.size);
    return trouble;
  }
  input_.consume(record_.head);
  std::uint64_t left = record_.size;
  while (left > 0) {
    if (!input_.fill(std::min<std::uint64_t>(left, kPiece))) return cut_short();
    const std::string_view window = input_.window().substr(0, left);
    const std::size_t inner = find_record(window);
    if (inner != window.npos) {
      input_.consume(inner);
      return error("another record begins inside of it");
    }
    const std::size_t keep = window.size() < left ? kBeginning : 0;
    left -= window.size() - keep;
    input_.consume(window.size() - keep);
  }
  if (ends_at(0)) return std::nullopt;
  return lose("does not end where its Content-Length says");
}

// Whether two line ends come at `end` of the window, or at least a record or the end of all.
bool WarcSource::ends_at(std::size_t end) {
  // A byte more makes sure that the checksum behind a gzip member has been looked at.
  std::size_t size = end + 4 + input_.is_packed();
  while (true) {
    const bool full = input_.fill(size);
    std::string_view rest = input_.window().substr(end);
    if (rest.starts_with("\r\n\r\n") || rest.starts_with("\n\n")) return true;
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
    if (rest.size() >= kMark.size()) return rest.starts_with(kMark);
    if (!full) return kMark.starts_with(rest);
    size = input_.window().size() + 1;
  }
}

// Leaves the record for whatever follows it.
WarcSource::Trouble WarcSource::lose(const std::string& reason) {
  const std::size_t torn = input_.torn_size();
  if (torn > 0 && torn == input_.window().size()) return cut_short();
  lost_ = true;
  return error(reason);
}

// The input ended inside the record.
WarcSource::Trouble WarcSource::cut_short() {
  lost_ = true;
  if (!input_.trouble()) return error("is cut short");
  return Error{input_.trouble()->code,
               input_.trouble()->message + " in record " + std::to_string(number_)};
}

// The input has ended, or seems to: behind damage there may be more.
WarcSource::Trouble WarcSource::at_end() {
  Trouble trouble;
  const std::string place = " behind record " + std::to_string(number_);
  if (input_.trouble()) trouble = Error{input_.trouble()->code, input_.trouble()->message + place};
  const bool more = input_.recover(kMark);
  ended_ = !more;
  if (more && !trouble) {
    trouble = Error{ErrorCode::kBadInput, input_.name() + ": bytes that are no gzip" + place};
  }
  // Who is lost has said why.
  if (!lost_) return trouble;
  lost_ = false;
  return std::nullopt;
}

// Goes on to where the next record begins.
WarcSource::Trouble WarcSource::find_next() {
  while (true) {
    const std::size_t at = find_record(input_.window());
    if (at != std::string_view::npos) {
      input_.consume(at);
      lost_ = false;
      return std::nullopt;
    }
    const std::size_t size = input_.window().size();
    const std::size_t keep = std::min(size, kBeginning);
    input_.consume(size - keep);
    if (!input_.fill(keep + 1)) {
      input_.consume(input_.window().size());
      return at_end();
    }
  }
}

// What the record holds; none where that turns out to be nothing to read.
std::optional<Result<Item>> WarcSource::make_item(std::string_view content) const {
  Item item;
  std::string_view type = record_.fields.get("Content-Type").value_or("");
  Result<HttpAnswer> answer = HttpAnswer{};
  if (record_.is_response) {
    answer = read_http(content);
    if (!answer.ok()) return error(answer.error().message);
    type = answer.value().fields.get("Content-Type").value_or("");
    Result<std::string> body = decode_body(answer.value(), max_page_);
    if (!body.ok()) return error(body.error().message, body.error().code);
    item.content = std::move(body).value();
  } else {
    if (content.size() > max_page_) {
      return error("over " + size_for_people(max_page_), ErrorCode::kLimit);
    }
    item.content = content;
  }
  const MediaType media = read_media_type(type);
  const std::optional<Form> form = form_of(media, item.content);
  if (!form) return std::nullopt;
  if (trim_spaces(item.content).empty()) return error("is empty");
  item.form = *form;
  item.id = record_.id.empty() ? place_ + ":" + std::to_string(number_) : record_.id;
  if (!record_.url.empty()) item.url = record_.url;
  item.charset = media.charset;
  return item;
}

}  // namespace tacitus
