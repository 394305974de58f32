// zlib's inflate, set up anew for every member of the stream.
#include "wire/gzip.h"

#include <zlib.h>

#include <array>

namespace tacitus {

struct Gunzip::Stream {
  z_stream zlib{};
  State state = State::kMore;
  bool ready = false;
  Packing packing = Packing::kGzip;
  std::uint64_t given = 0, member_begin = 0;
};

Gunzip::Gunzip(Packing packing) : stream_(std::make_unique<Stream>()) {
  constexpr int kGzipOnly = 16;
  const int window = packing == Packing::kGzip   ? MAX_WBITS + kGzipOnly
                     : packing == Packing::kZlib ? MAX_WBITS
                                                 : -MAX_WBITS;
  stream_->ready = inflateInit2(&stream_->zlib, window) == Z_OK;
  stream_->packing = packing;
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
  stream_->given += packed.size();
  std::array<char, 1 << 16> piece;
  while (state != State::kDone && state != State::kDamaged) {
    if (state == State::kBetween) {
      if (zlib.avail_in == 0) break;
      // As gzip does, zeros and other bytes behind the last member are passed over.
      if (stream_->packing != Packing::kGzip || *zlib.next_in != 0x1f) return state = State::kDone;
      inflateReset(&zlib);
      stream_->member_begin = stream_->given - zlib.avail_in;
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

std::uint64_t Gunzip::member_begin() const { return stream_->member_begin; }
std::uint64_t Gunzip::member_size() const { return stream_->zlib.total_out; }

}  // namespace tacitus
