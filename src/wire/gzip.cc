// zlib's inflate, set up anew for every member of the stream.
#include "wire/gzip.h"

#include <zlib.h>

#include <array>

namespace tacitus {

struct Gunzip::Stream {
  z_stream zlib{};
  State state = State::kMore;
  bool ready = false;
};

Gunzip::Gunzip() : stream_(std::make_unique<Stream>()) {
  constexpr int kGzipOnly = 16;
  stream_->ready = inflateInit2(&stream_->zlib, MAX_WBITS + kGzipOnly) == Z_OK;
}

Gunzip::~Gunzip() {
  if (stream_ && stream_->ready) inflateEnd(&stream_->zlib);
}

Gunzip::Gunzip(Gunzip&&) noexcept = default;
Gunzip& Gunzip::operator=(Gunzip&&) noexcept = default;

Gunzip::State Gunzip::unpack(std::string_view packed, std::string& out) {
  State& state = stream_->state;
  if (!stream_->ready) return state = State::kDamaged;
  z_stream& zlib = stream_->zlib;
  // zlib only reads from next_in; its type lacks the const where ZLIB_CONST is not set.
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  zlib.avail_in = static_cast<uInt>(packed.size());
  std::array<char, 1 << 16> piece;
  while (state != State::kDone && state != State::kDamaged) {
    if (state == State::kBetween) {
      if (zlib.avail_in == 0) break;
      // As gzip does, zeros and other bytes behind the last member are passed over.
      if (*zlib.next_in != 0x1f) return state = State::kDone;
      inflateReset(&zlib);
      state = State::kMore;
    }
    zlib.next_out = reinterpret_cast<Bytef*>(piece.data());
    zlib.avail_out = piece.size();
    const int result = inflate(&zlib, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - zlib.avail_out);
    if (result == Z_STREAM_END) {
      state = State::kBetween;
    } else if (result == Z_BUF_ERROR || (result == Z_OK && zlib.avail_in == 0 && zlib.avail_out > 0)) {
      break;
    } else if (result != Z_OK) {
      state = State::kDamaged;
    }
  }
  return state;
}

}  // namespace tacitus
