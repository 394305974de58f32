// Reads by system calls, so that a slow pipe hands on what it has, and an error has its cause.
#include "wire/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace tacitus {
namespace {

constexpr std::size_t kChunk = 1 << 18;
// Gzip can grow a thousandfold: a small piece of it is enough at once.
constexpr std::size_t kPackedChunk = 1 << 14;
// How far back a member may begin that is found after damage. Inflate sees within some kilobytes,
// 64 at most, that it is reading what it should not.
constexpr std::size_t kTail = 1 << 17;
// Bytes that may be searched again, for each byte of the input: a bound for hostile files.
constexpr std::uint64_t kMostSearches = 16;

}  // namespace

Result<std::unique_ptr<Input>> Input::open(const std::string& path) {
  if (path == "-") return std::unique_ptr<Input>(new Input(STDIN_FILENO, "standard input"));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) {
    if (errno == ENOENT) return Error{ErrorCode::kNotFound, path + ": no such file or folder"};
    return Error{ErrorCode::kIo, path + ": cannot be opened: " + std::strerror(errno)};
  }
  return std::unique_ptr<Input>(new Input(descriptor, path));
}

std::unique_ptr<Input> Input::of(std::string bytes, std::string name) {
  std::unique_ptr<Input> input(new Input(-1, std::move(name)));
  input->raw_ = std::move(bytes);
  return input;
}

Input::~Input() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::size_t Input::torn_size() const {
  if (!trouble_ || !gunzip_) return 0;
  return std::min<std::uint64_t>(gunzip_->member_size(), buffer_.size() - begin_);
}

bool Input::fill(std::size_t size) {
  while (buffer_.size() - begin_ < size && !ended_) read_more();
  return buffer_.size() - begin_ >= size;
}

void Input::consume(std::size_t size) {
  begin_ += size;
  // Bytes are moved to the front only when as many have been consumed: linear in the input.
  if (begin_ == buffer_.size()) {
    if (buffer_.capacity() > 4 * kChunk) buffer_ = std::string();
    buffer_.clear();
    begin_ = 0;
  } else if (begin_ > kChunk && begin_ > buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
}

void Input::end(std::optional<Error> trouble) {
  ended_ = true;
  if (trouble) trouble_ = std::move(trouble);
}

// What one read brings; empty at the end and after an error.
std::string_view Input::read_raw() {
  if (descriptor_ < 0) {
    const std::string_view rest = std::string_view(raw_).substr(taken_);
    const std::string_view piece = rest.substr(0, kPackedChunk);
    taken_ += piece.size();
    return piece;
  }
  raw_.resize(gunzip_ || !started_ ? kPackedChunk : kChunk);
  ssize_t got;
  do {
    got = ::read(descriptor_, raw_.data(), raw_.size());
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    end(Error{ErrorCode::kIo, name_ + ": cannot be read: " + std::strerror(errno)});
    return {};
  }
  taken_ += static_cast<std::uint64_t>(got);
  return std::string_view(raw_).substr(0, static_cast<std::size_t>(got));
}

void Input::read_more() {
  std::string_view raw = read_raw();
  std::string head;
  if (!started_ && !raw.empty()) {
    // A pipe may bring the three bytes that tell gzip one by one.
    for (head = raw; head.size() < 3 && !raw.empty();) head += raw = read_raw();
    raw = head;
    started_ = true;
    if (Gunzip::is_gzip(raw)) gunzip_.emplace();
  }
  if (raw.empty() && ended_) return;
  if (gunzip_) {
    remember(raw);
    unpack(raw);
  } else if (raw.empty()) {
    end();
  } else {
    buffer_ += raw;
  }
}

void Input::unpack(std::string_view raw) {
  switch (gunzip_->unpack(raw, buffer_)) {
    case Gunzip::State::kMore:
      if (raw.empty()) end(Error{ErrorCode::kBadInput, name_ + ": truncated gzip"});
      break;
    case Gunzip::State::kBetween:
      if (raw.empty()) end();
      break;
    case Gunzip::State::kDone:
      end();
      break;
    case Gunzip::State::kDamaged:
      end(Error{ErrorCode::kBadInput, name_ + ": damaged gzip"});
      break;
  }
}

void Input::remember(std::string_view raw) {
  tail_ += raw;
  if (tail_.size() > 2 * kTail) tail_.erase(0, tail_.size() - kTail);
}

// Appends what one read brings to `raw`; false at the end.
bool Input::read_into(std::string& raw) {
  const std::string_view more = read_raw();
  raw += more;
  return !more.empty();
}

// Whether the bytes from `at` on are gzip that unpacks to what begins with `start`; reads on into
// `raw` as far as it takes to tell.
bool Input::begins_with(std::string& raw, std::size_t at, std::string_view start) {
  Gunzip gunzip;
  std::string out;
  while (true) {
    // A little at a time: what a member begins with is told by its first bytes.
    const std::string_view piece = std::string_view(raw).substr(at, 512);
    const bool goes_on = gunzip.unpack(piece, out) == Gunzip::State::kMore;
    searched_ += piece.size();
    at += piece.size();
    if (out.size() >= start.size()) return out.starts_with(start);
    if (!goes_on || (at == raw.size() && !read_into(raw))) return false;
  }
}

bool Input::recover(std::string_view start) {
  if (!gunzip_) return false;
  buffer_.clear();
  begin_ = 0;
  trouble_.reset();
  ended_ = false;

  std::string raw = std::move(tail_);
  tail_.clear();
  std::uint64_t raw_begin = taken_ - raw.size();
  const std::uint64_t failed = gunzip_begin_ + gunzip_->member_begin();
  std::size_t at = failed >= raw_begin ? failed + 1 - raw_begin : 0;
  searched_ += raw.size() - std::min(at, raw.size());
  if (searched_ > kMostSearches * (taken_ + kTail)) at = raw.size();
  while (true) {
    at = raw.find("\x1f\x8b\x08", at);
    if (at == raw.npos) {
      // Two bytes may be the beginning of a mark that the next read brings to its end.
      const std::size_t keep = std::min<std::size_t>(raw.size(), 2);
      raw_begin += raw.size() - keep;
      raw.erase(0, raw.size() - keep);
      at = 0;
      if (!read_into(raw)) break;
      continue;
    }
    if (begins_with(raw, at, start)) {
      raw.erase(0, at);
      gunzip_.emplace();
      gunzip_begin_ = raw_begin + at;
      remember(raw);
      unpack(raw);
      return true;
    }
    ++at;
  }
  end();
  return false;
}

}  // namespace tacitus
