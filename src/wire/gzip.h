// Gzip, unpacked piece by piece; members that follow each other are one stream.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tacitus {

class Gunzip {
 public:
  static bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

  Gunzip();
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

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace tacitus
