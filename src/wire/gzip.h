// Gzip, unpacked piece by piece; members that follow each other are one stream. The two forms
// that HTTP calls "deflate" go the same way.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tacitus {

class Gunzip {
 public:
  static bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

  enum class Packing { kGzip, kZlib, kRaw };
  explicit Gunzip(Packing packing = Packing::kGzip);
  ~Gunzip();
  Gunzip(Gunzip&&) noexcept;
  Gunzip& operator=(Gunzip&&) noexcept;

  enum class State {
    kMore,     // wants more bytes
    kBetween,  // a member has ended; another may follow or not
    kDone,     // what follows is no gzip, and is left alone
    kDamaged,
  };
  // Takes all of `packed` and appends what comes out of it to `out`.
  State unpack(std::string_view packed, std::string& out);

  // Where the current member began, in bytes of all that unpack was given.
  std::uint64_t member_begin() const;
  // How many bytes have come out of it.
  std::uint64_t member_size() const;

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace tacitus
