// Room for numbers: an aligned buffer that grows and is kept, so that a reading allocates only
// until the longest document has been seen.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

namespace tacitus {

template <class T>
class Room {
  static_assert(std::is_trivial_v<T>);
  static constexpr std::align_val_t kAlign{64};

 public:
  // At least `n` elements. What was there before is lost where it has to grow, and is zero then.
  T* get(std::size_t n) {
    if (n > size_) {
      const std::size_t size = std::max(n, size_ + size_ / 2);
      size_ = 0;
      data_.reset();
      data_.reset(static_cast<T*>(::operator new(size * sizeof(T), kAlign)));
      std::fill_n(data_.get(), size, T{});
      size_ = size;
    }
    return data_.get();
  }

 private:
  struct Free {
    void operator()(T* p) const { ::operator delete(p, kAlign); }
  };
  std::unique_ptr<T[], Free> data_;
  std::size_t size_ = 0;
};

}  // namespace tacitus
