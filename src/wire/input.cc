// Reads by system calls, so that a slow pipe hands on what it has, and an error has its cause.
#include "wire/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tacitus {
namespace {

constexpr std::size_t kChunk = 1 << 18;
// Gzip can grow a thousandfold: a small piece of it is enough at once.
constexpr std::size_t kPackedChunk = 1 << 14;

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

Input::~Input() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::uint64_t Input::bytes_total() const {
  struct stat status;
  if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

bool Input::fill(std::size_t size) {
  while (buffer_.size() - begin_ < size && !ended_) read_more();
  return buffer_.size() - begin_ >= size;
}

void Input::consume(std::size_t size) {
  begin_ += size;
  // Bytes are moved to the front only when as many have been consumed: linear in the input.
  if (begin_ == buffer_.size()) {
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

}  // namespace tacitus
