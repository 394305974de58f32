// The gazetteer: the world's places by their names, in a file that is mapped into memory and never
// parsed (docs/gazetteer-format.md). knowledge/places/make.py makes it.
//
//   Result<Gazetteer> gazetteer = Gazetteer::open("models/places.gazetteer");
//   for (const PlaceName found : gazetteer.value().find("springfield").places) ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tacitus {

// The numbers are those of the file and must not change.
enum class PlaceKind : std::uint8_t {
  kTown, kCapital, kSeat, kQuarter, kCountry, kDivision, kDistrict, kContinent, kRegion, kWater,
  kLand, kState, kSite,
  kCount,
};

// What a name is to its place: its usual name, another one, a people's or an adjective ("French"),
// a short form ("Ky.").
enum class PlaceNameKind : std::uint8_t { kMain, kOther, kAdjective, kShort, kCount };

constexpr std::uint32_t kNoPlace = 0xFFFFFF;

// One place that a name can mean.
struct PlaceName {
  std::uint32_t place = kNoPlace;  // a number to ask the gazetteer with
  PlaceNameKind kind = PlaceNameKind::kMain;
};

// What is known of a place. The texts lie in the gazetteer.
struct PlaceFacts {
  std::string_view name;           // the usual one
  double lat = 0, lon = 0;         // degrees
  std::uint32_t geonameid = 0;     // 0: none is known
  PlaceKind kind = PlaceKind::kTown;
  std::uint8_t prominence = 0;     // 20 times the decimal logarithm of its people
  std::uint8_t country = 255;      // a number to ask the gazetteer with; 255: none
  std::uint16_t division = 0xFFFF; // the same, for the first-level division; 0xFFFF: none
};

// Immutable once open and safe to share between threads. Whatever the file holds, answers stay
// inside it: a damaged one gives poor answers, never a crash.
class Gazetteer {
 public:
  // Maps a file and checks its lengths. Errors: kNotFound, kIo, kBadModel; the message names the
  // file and says what to do.
  static Result<Gazetteer> open(const std::string& path);

  // The places of a name, the most prominent first; at most 255.
  class Places {
   public:
    class Iterator {
     public:
      Iterator(const std::byte* at) : at_(at) {}
      PlaceName operator*() const;
      Iterator& operator++() { return at_ += 4, *this; }
      bool operator!=(Iterator other) const { return at_ != other.at_; }

     private:
      const std::byte* at_;
    };

    Places() = default;
    Places(const std::byte* data, std::uint32_t count) : data_(data), count_(count) {}
    Iterator begin() const { return data_; }
    Iterator end() const { return data_ + 4 * static_cast<std::size_t>(count_); }
    std::uint32_t size() const { return count_; }
    bool empty() const { return count_ == 0; }

   private:
    const std::byte* data_ = nullptr;
    std::uint32_t count_ = 0;
  };
  struct Found {
    Places places;          // empty where no place has the name
    bool goes_on = false;   // some name begins with this one and a space
  };
  // `key` as append_place_key makes it. Takes a few dozen comparisons.
  Found find(std::string_view key) const;

  std::uint32_t size() const { return places_; }
  // Facts of a place; those of a place without a name where there is no such number.
  PlaceFacts facts(std::uint32_t place) const;

  // The place that a country or division is; kNoPlace where there is none.
  std::uint32_t country_place(std::uint8_t country) const;
  std::uint32_t division_place(std::uint16_t division) const;
  // ISO 3166-1 alpha-3 of a country; empty where there is none.
  std::string_view country_code(std::uint8_t country) const;
  // The number of a country by its ISO 3166-1 alpha-2 code in capitals; 255 where there is none.
  std::uint8_t country_of(std::string_view alpha2) const;

 private:
  struct Map {
    const std::byte* data = nullptr;
    std::size_t size = 0;
    Map() = default;
    Map(const Map&) = delete;
    Map& operator=(const Map&) = delete;
    ~Map();
  };
  struct Section {
    const std::byte* data = nullptr;
    std::uint32_t size = 0;
  };

  Gazetteer() = default;
  std::string check(std::size_t size);
  std::uint64_t block_head(std::uint32_t block) const;

  std::unique_ptr<Map> map_;
  Section strings_, country_list_, division_list_, records_, blocks_, names_, postings_;
  std::uint32_t places_ = 0, block_count_ = 0, name_count_ = 0;
};

}  // namespace tacitus
