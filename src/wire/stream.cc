// Goes from input to input: finds out what each is, and takes it whole or item by item.
#include "wire/stream.h"

#include <sys/stat.h>

#include "wire/detect.h"
#include "wire/feed.h"
#include "wire/input.h"
#include "wire/json_lines.h"
#include "wire/line_source.h"
#include "wire/newsml.h"
#include "wire/reuters.h"
#include "wire/size.h"
#include "wire/url.h"
#include "wire/walk.h"
#include "wire/warc.h"

namespace tacitus {
namespace {

bool is_blank(std::string_view text) { return trim_front(text).empty(); }

}  // namespace

std::optional<From> from_name(std::string_view name) {
  if (name == "auto") return From::kAuto;
  if (name == "html") return From::kHtml;
  if (name == "text") return From::kText;
  if (name == "jsonl") return From::kJsonLines;
  if (name == "warc") return From::kWarc;
  if (name == "feed") return From::kFeed;
  if (name == "newsml") return From::kNewsml;
  if (name == "reuters") return From::kReuters;
  return std::nullopt;
}

struct ItemStream::State {
  State(std::vector<std::string> names, StreamOptions how)
      : options(how), inputs(std::move(names)), walk(inputs) {}

  StreamOptions options;
  std::vector<std::string> inputs;
  Walk walk;
  std::uint64_t bytes_done = 0;   // of inputs that are closed
  mutable std::optional<std::uint64_t> total;

  std::string path;               // the current input as it was named
  std::unique_ptr<Input> input;
  std::unique_ptr<Source> source; // of an input that gives more than one item
  std::optional<Fetcher> fetcher; // made when it is needed
  std::optional<Fetched> fetched; // the current input, without its body, if it is from the web

  Result<From> find_form();
  Result<Item> take_page(Form form);
  std::unique_ptr<Source> make_source(From form);
  Result<bool> open_input();
  Fetcher& web();
  std::optional<Result<Item>> open(const std::string& next_path);
  void close();
};

void ItemStream::State::close() {
  source.reset();
  if (input) bytes_done += input->bytes_taken();
  input.reset();
  fetched.reset();
}

Fetcher& ItemStream::State::web() {
  if (!fetcher) {
    FetchOptions how = options.fetch;
    how.max_size = options.max_page;
    fetcher.emplace(how);
  }
  return *fetcher;
}

// What the current input is. Only as much of it is waited for as is needed to tell.
Result<From> ItemStream::State::find_form() {
  const auto error = [this](const char* reason) {
    return Error{ErrorCode::kBadInput, input->name() + ": " + reason};
  };
  if (!input->fill(1)) return input->trouble() ? *input->trouble() : error("is empty");
  if (options.from == From::kJsonLines) {
    return is_binary(input->window()) ? Result<From>(error("is binary")) : options.from;
  }
  if (options.from == From::kWarc) return options.from;
  const auto shows_line = [](std::string_view window) {
    const std::size_t end = window.find('\n');
    return end != window.npos && looks_like_json_line(window.substr(0, end), true);
  };
  while (input->window().size() < kDetectSize && !shows_line(input->window())) {
    if (!input->fill(input->window().size() + 1)) break;
  }
  const std::string_view start = input->window();
  if (is_blank(start) && input->at_end()) return error("is empty");
  const Kind kind = detect(start.substr(0, kDetectSize));
  if (kind == Kind::kBinary) return error("is binary");
  if (options.from == From::kFeed && kind == Kind::kHtml) return error("is no feed, but a page");
  if (options.from != From::kAuto) return options.from;
  switch (kind) {
    case Kind::kWarc:
      return From::kWarc;
    case Kind::kFeed:
      return From::kFeed;
    case Kind::kNewsml:
      return From::kNewsml;
    case Kind::kReuters:
      return From::kReuters;
    case Kind::kHtml:
      return From::kHtml;
    case Kind::kJson: {
      const std::string_view text = trim_front(start);
      const std::size_t end = text.find('\n');
      if (has_wide_mark(start)) return error("is JSON in UTF-16 or UTF-32; JSON Lines are UTF-8");
      if (looks_like_json_line(text.substr(0, end), end == text.npos)) return From::kJsonLines;
      return error("is JSON, but not JSON Lines: one object a line");
    }
    default:
      return From::kText;
  }
}

Result<Item> ItemStream::State::take_page(Form form) {
  const bool over = input->fill(options.max_page + 1);
  if (input->trouble()) return *input->trouble();
  if (over) {
    return Error{ErrorCode::kLimit, input->name() + ": over " + size_for_people(options.max_page)};
  }
  if (is_blank(input->window())) {
    return Error{ErrorCode::kBadInput, input->name() + ": is empty"};
  }
  Item item;
  item.id = path;
  item.form = form;
  item.content = input->window();
  if (fetched) {
    item.url = fetched->url;
    item.charset = fetched->type.charset;
    web().keep(*fetched);
  }
  return item;
}

// None for pages and texts.
std::unique_ptr<Source> ItemStream::State::make_source(From form) {
  const std::string place = path == "-" ? path : input->name();
  switch (form) {
    case From::kJsonLines:
      return std::make_unique<LineSource>(*input, place, options.max_line);
    case From::kWarc:
      return std::make_unique<WarcSource>(*input, place, options.max_page);
    case From::kFeed: {
      FeedSource::Links links;
      if (fetched || options.follow) links.fetcher = &web();
      if (fetched) {
        links.base = fetched->url;
        links.done = [this, feed = *fetched] { web().keep(feed); };
      }
      return std::make_unique<FeedSource>(*input, place, options.max_page, std::move(links));
    }
    case From::kNewsml:
      return std::make_unique<NewsmlSource>(*input, place, options.max_page);
    case From::kReuters:
      return std::make_unique<ReutersSource>(*input, place, options.max_page);
    default:
      return nullptr;
  }
}

// Opens what `path` names; false where it has not changed since it was fetched last.
Result<bool> ItemStream::State::open_input() {
  if (is_url(path)) {
    Result<Fetched> got = web().get(path);
    if (!got.ok()) return got.error();
    input = Input::of(std::move(got.value().body), path);
    fetched = std::move(got).value();
    fetched->body.clear();
    return !fetched->unchanged;
  }
  Result<std::unique_ptr<Input>> opened = Input::open(path);
  if (!opened.ok()) return opened.error();
  input = std::move(opened).value();
  return true;
}

// Opens an input: the item or error that it gives, or none where it has a source of many.
std::optional<Result<Item>> ItemStream::State::open(const std::string& next_path) {
  path = next_path;
  const Result<bool> opened = open_input();
  if (!opened.ok()) return opened.error();
  if (!opened.value()) {
    close();
    return std::nullopt;
  }
  const Result<From> form = find_form();
  std::optional<Result<Item>> item;
  if (!form.ok()) {
    item = form.error();
  } else {
    source = make_source(form.value());
    if (source) return std::nullopt;
    item = take_page(form.value() == From::kHtml ? Form::kHtml : Form::kText);
  }
  close();
  return item;
}

ItemStream::ItemStream(std::vector<std::string> inputs, StreamOptions options)
    : state_(std::make_unique<State>(std::move(inputs), options)) {}
ItemStream::~ItemStream() = default;
ItemStream::ItemStream(ItemStream&&) noexcept = default;
ItemStream& ItemStream::operator=(ItemStream&&) noexcept = default;

std::optional<Result<Item>> ItemStream::next() {
  while (true) {
    if (state_->source) {
      if (std::optional<Result<Item>> item = state_->source->next()) return item;
      state_->close();
    }
    const std::optional<Result<std::string>> path = state_->walk.next();
    if (!path) return std::nullopt;
    if (!path->ok()) return path->error();
    if (std::optional<Result<Item>> item = state_->open(path->value())) return item;
  }
}

std::uint64_t ItemStream::bytes_read() const {
  return state_->bytes_done + (state_->input ? state_->input->bytes_taken() : 0);
}

std::uint64_t ItemStream::bytes_total() const {
  if (state_->total) return *state_->total;
  std::uint64_t total = 0;
  bool known = true;
  Walk walk(state_->inputs);
  while (const std::optional<Result<std::string>> path = walk.next()) {
    if (!path->ok()) continue;
    known = known && !is_url(path->value());
    struct stat status;
    const bool is_input = path->value() == "-";
    if ((is_input ? ::fstat(0, &status) : ::stat(path->value().c_str(), &status)) != 0) continue;
    known = known && S_ISREG(status.st_mode);
    total += static_cast<std::uint64_t>(status.st_size);
  }
  state_->total = known ? total : 0;
  return *state_->total;
}

}  // namespace tacitus
