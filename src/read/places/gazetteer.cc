// Checks the file of the gazetteer and looks names up in it.
#include "read/places/gazetteer.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace tacitus {
namespace {

constexpr std::string_view kMagic = "GAZETTE";
constexpr std::byte kVersion{1};
constexpr std::uint32_t kSections = 7;
constexpr std::uint32_t kHeader = 16 + 8 * kSections;
constexpr std::uint32_t kPlaceBytes = 18, kCountryBytes = 12, kDivisionBytes = 4, kBlockBytes = 16,
                        kPostingBytes = 4;
constexpr std::uint32_t kBlock = 16;   // names in a block
constexpr std::size_t kLongestKey = 255;

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

// A number of `size` bytes, the lowest first.
std::uint64_t number_at(const std::byte* at, std::uint32_t size) {
  std::uint64_t number = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    number |= std::to_integer<std::uint64_t>(at[i]) << (8 * i);
  }
  return number;
}
std::uint32_t small_at(const std::byte* at, std::uint32_t size) {
  return static_cast<std::uint32_t>(number_at(at, size));
}

// The first eight bytes of a key as a number that compares as they do.
std::uint64_t head_of(std::string_view key) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    head = head << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0u);
  }
  return head;
}

std::string_view letters(const std::byte* at, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(at), size);
  return text.substr(0, text.find('\0'));
}

}  // namespace

Gazetteer::Map::~Map() {
  if (data) ::munmap(const_cast<std::byte*>(data), size);
}

PlaceName Gazetteer::Places::Iterator::operator*() const {
  const auto kind = std::min<unsigned>(std::to_integer<unsigned>(at_[3]),
                                       static_cast<unsigned>(PlaceNameKind::kShort));
  return {small_at(at_, 3), static_cast<PlaceNameKind>(kind)};
}

Result<Gazetteer> Gazetteer::open(const std::string& path) {
  const Descriptor descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (descriptor.number < 0) {
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR) {
      return Error{ErrorCode::kNotFound,
                   path + ": no such gazetteer; take places.gazetteer from the project's models/ folder"};
    }
    return Error{ErrorCode::kIo, path + ": cannot be opened: " + std::strerror(reason)};
  }
  struct stat status;
  if (::fstat(descriptor.number, &status) != 0) {
    return Error{ErrorCode::kIo, path + ": cannot be read: " + std::strerror(errno)};
  }
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::kIo, path + ": is not a file"};
  const auto bad = [&path](const std::string& what) {
    return Error{ErrorCode::kBadModel,
                 path + ": " + what + "; take places.gazetteer from the project's models/ folder again"};
  };
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < kHeader) return bad("is cut short or no gazetteer");
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0);
  if (data == MAP_FAILED) {
    return Error{ErrorCode::kIo, path + ": cannot be mapped: " + std::strerror(errno)};
  }
  Gazetteer gazetteer;
  gazetteer.map_ = std::make_unique<Map>();
  gazetteer.map_->data = static_cast<const std::byte*>(data);
  gazetteer.map_->size = size;
  if (const std::string trouble = gazetteer.check(size); !trouble.empty()) return bad(trouble);
  return gazetteer;
}

// Finds the sections. Empty if all is well, else what is wrong.
std::string Gazetteer::check(std::size_t size) {
  const std::byte* const bytes = map_->data;
  if (std::memcmp(bytes, kMagic.data(), kMagic.size()) != 0) return "is no gazetteer";
  if (bytes[kMagic.size()] != kVersion) {
    return "is of format " + std::to_string(std::to_integer<int>(bytes[kMagic.size()])) +
           ", and this program reads format 1";
  }
  name_count_ = small_at(bytes + 8, 4);
  if (number_at(bytes + 12, 4) != size) return "is cut short or has grown";
  const std::array<Section*, kSections> sections = {
      &strings_, &country_list_, &division_list_, &records_, &blocks_, &names_, &postings_};
  const std::array<std::uint32_t, kSections> units = {
      1, kCountryBytes, kDivisionBytes, kPlaceBytes, kBlockBytes, 1, kPostingBytes};
  for (std::uint32_t i = 0; i < kSections; ++i) {
    const std::uint64_t offset = number_at(bytes + 16 + 8 * i, 4);
    const std::uint64_t length = number_at(bytes + 20 + 8 * i, 4);
    if (offset < kHeader || offset + length > size) return "has a part that lies outside of it";
    if (length % units[i] != 0) return "has a part of a wrong length";
    *sections[i] = {bytes + offset, static_cast<std::uint32_t>(length)};
  }
  places_ = records_.size / kPlaceBytes;
  block_count_ = blocks_.size / kBlockBytes;
  if (places_ >= kNoPlace || country_list_.size / kCountryBytes > 255 ||
      division_list_.size / kDivisionBytes > 0xFFFF) {
    return "has more places than it can number";
  }
  if ((static_cast<std::uint64_t>(name_count_) + kBlock - 1) / kBlock != block_count_) {
    return "has another number of names than it says";
  }
  return {};
}

std::uint64_t Gazetteer::block_head(std::uint32_t block) const {
  return number_at(blocks_.data + block * static_cast<std::size_t>(kBlockBytes), 8);
}

Gazetteer::Found Gazetteer::find(std::string_view key) const {
  Found found;
  if (key.empty() || key.size() >= kLongestKey || block_count_ == 0) return found;

  // The last block that can begin at or before the key. Several may begin with the same eight
  // bytes; the first block of these and those behind it are walked through.
  const std::uint64_t head = head_of(key);
  std::uint32_t low = 0, high = block_count_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (block_head(middle) < head) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::uint32_t block = low == 0 ? 0 : low - 1;
  // Among blocks with this head the first name is compared in full.
  std::uint32_t last = low;
  while (last < block_count_ && block_head(last) == head) ++last;
  const auto first_name = [this](std::uint32_t at) -> std::string_view {
    const std::byte* const entry = blocks_.data + at * static_cast<std::size_t>(kBlockBytes);
    const std::uint32_t offset = small_at(entry + 8, 4);
    if (offset > names_.size || names_.size - offset < 3) return {};
    const std::uint32_t rest = std::to_integer<std::uint32_t>(names_.data[offset + 1]);
    if (rest > names_.size - offset - 3) return {};
    return {reinterpret_cast<const char*>(names_.data + offset + 3), rest};
  };
  std::uint32_t from = low, to = last;
  while (from < to) {
    const std::uint32_t middle = from + (to - from) / 2;
    if (first_name(middle) <= key) {
      block = middle;
      from = middle + 1;
    } else {
      to = middle;
    }
  }

  // Through this block, and into the next one as far as it takes to see whether the name goes on.
  std::array<char, kLongestKey + 1> name;
  std::size_t length = 0;
  for (std::uint32_t walked = 0; walked < 2 && block < block_count_; ++walked, ++block) {
    const std::byte* const entry = blocks_.data + block * static_cast<std::size_t>(kBlockBytes);
    std::uint32_t at = small_at(entry + 8, 4);
    std::uint64_t posting = number_at(entry + 12, 4);
    const std::uint32_t count = std::min(kBlock, name_count_ - block * kBlock);
    for (std::uint32_t n = 0; n < count; ++n) {
      if (at > names_.size || names_.size - at < 3) return found;
      const std::size_t shared = std::to_integer<std::size_t>(names_.data[at]);
      const std::size_t rest = std::to_integer<std::size_t>(names_.data[at + 1]);
      const std::uint32_t places = std::to_integer<std::uint32_t>(names_.data[at + 2]);
      if (rest > names_.size - at - 3 || shared > length || shared + rest > kLongestKey) {
        return found;
      }
      std::memcpy(name.data() + shared, names_.data + at + 3, rest);
      length = shared + rest;
      at += 3 + static_cast<std::uint32_t>(rest);

      const std::string_view here(name.data(), length);
      const int order = here.compare(0, key.size(), key);
      if (order > 0) return found;
      if (order == 0) {
        if (here.size() == key.size()) {
          if (posting + places <= postings_.size / kPostingBytes) {
            found.places = {postings_.data + posting * kPostingBytes, places};
          }
        } else if (here[key.size()] == ' ') {
          found.goes_on = true;
          return found;
        } else if (here[key.size()] > ' ') {
          return found;
        }
      }
      posting += places;
    }
  }
  return found;
}

PlaceFacts Gazetteer::facts(std::uint32_t place) const {
  PlaceFacts facts;
  if (place >= places_) return facts;
  const std::byte* const at = records_.data + place * static_cast<std::size_t>(kPlaceBytes);
  facts.lat = small_at(at, 3) * (180.0 / 0xFFFFFF) - 90;
  facts.lon = small_at(at + 3, 3) * (360.0 / 0xFFFFFF) - 180;
  facts.geonameid = small_at(at + 6, 4);
  const std::uint32_t name = small_at(at + 10, 3);
  if (name < strings_.size) {
    const auto size = std::to_integer<std::uint32_t>(strings_.data[name]);
    if (size < strings_.size - name) {
      facts.name = {reinterpret_cast<const char*>(strings_.data + name + 1), size};
    }
  }
  const auto kind = std::to_integer<std::uint8_t>(at[13]);
  if (kind < static_cast<std::uint8_t>(PlaceKind::kCount)) facts.kind = static_cast<PlaceKind>(kind);
  facts.prominence = std::to_integer<std::uint8_t>(at[14]);
  facts.country = std::to_integer<std::uint8_t>(at[15]);
  facts.division = static_cast<std::uint16_t>(small_at(at + 16, 2));
  return facts;
}

std::uint32_t Gazetteer::country_place(std::uint8_t country) const {
  if (country >= country_list_.size / kCountryBytes) return kNoPlace;
  const std::uint32_t place = small_at(country_list_.data + country * kCountryBytes + 8, 4);
  return place < places_ ? place : kNoPlace;
}

std::uint32_t Gazetteer::division_place(std::uint16_t division) const {
  if (division >= division_list_.size / kDivisionBytes) return kNoPlace;
  const std::uint32_t place = small_at(division_list_.data + division * kDivisionBytes, 4);
  return place < places_ ? place : kNoPlace;
}

std::string_view Gazetteer::country_code(std::uint8_t country) const {
  if (country >= country_list_.size / kCountryBytes) return {};
  return letters(country_list_.data + country * kCountryBytes, 4);
}

std::uint8_t Gazetteer::country_of(std::string_view alpha2) const {
  const std::uint32_t count = country_list_.size / kCountryBytes;
  for (std::uint32_t country = 0; country < count; ++country) {
    if (letters(country_list_.data + country * kCountryBytes + 4, 4) == alpha2) {
      return static_cast<std::uint8_t>(country);
    }
  }
  return 255;
}

}  // namespace tacitus
