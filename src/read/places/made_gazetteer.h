// For tests: gazetteers made by hand, in the form of docs/gazetteer-format.md.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "read/places/gazetteer.h"
#include "read/places/gazetteer_name.h"

namespace tacitus {

struct MadePlace {
  PlaceKind kind = PlaceKind::kTown;
  std::string name;
  double lat = 0, lon = 0;
  int prominence = 0;
  std::string country;   // alpha-3; alpha-2 is its first two letters
  std::string division;  // name of the first-level division
  std::uint32_t id = 0;
  std::vector<std::pair<std::string, PlaceNameKind>> names = {};  // besides its own
};

inline void append_number(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

// The bytes of a gazetteer.
inline std::string made_gazetteer(std::vector<MadePlace> places) {
  std::stable_sort(places.begin(), places.end(), [](const MadePlace& a, const MadePlace& b) {
    return a.prominence > b.prominence;
  });
  std::vector<std::string> countries, divisions;
  std::string country_list, division_list, texts, records;
  for (std::uint32_t p = 0; p < places.size(); ++p) {
    if (places[p].kind == PlaceKind::kCountry) {
      countries.push_back(places[p].country);
      country_list += places[p].country + '\0' + places[p].country.substr(0, 2) + '\0' + '\0';
      append_number(country_list, p, 4);
    }
    if (places[p].kind == PlaceKind::kDivision) {
      divisions.push_back(places[p].name);
      append_number(division_list, p, 4);
    }
  }
  const auto index = [](const std::vector<std::string>& list, const std::string& name,
                        std::uint64_t none) {
    const auto at = std::find(list.begin(), list.end(), name);
    return at == list.end() ? none : static_cast<std::uint64_t>(at - list.begin());
  };
  std::map<std::string, std::vector<std::pair<std::uint32_t, PlaceNameKind>>> named;
  for (std::uint32_t p = 0; p < places.size(); ++p) {
    const MadePlace& place = places[p];
    append_number(records, static_cast<std::uint64_t>(std::lround((place.lat + 90) / 180 * 0xFFFFFF)), 3);
    append_number(records, static_cast<std::uint64_t>(std::lround((place.lon + 180) / 360 * 0xFFFFFF)), 3);
    append_number(records, place.id, 4);
    append_number(records, texts.size(), 3);
    append_number(records, static_cast<std::uint64_t>(place.kind), 1);
    append_number(records, static_cast<std::uint64_t>(place.prominence), 1);
    append_number(records, index(countries, place.country, 255), 1);
    append_number(records, index(divisions, place.division, 0xFFFF), 2);
    texts += static_cast<char>(place.name.size());
    texts += place.name;
    named[place_key(place.name)].push_back({p, PlaceNameKind::kMain});
    for (const auto& [name, kind] : place.names) named[place_key(name)].push_back({p, kind});
  }
  std::string blocks, names, postings, previous;
  std::uint32_t number = 0, posted = 0;
  for (const auto& [key, found] : named) {
    std::size_t shared = 0;
    if (number % 16 == 0) {
      for (int i = 7; i >= 0; --i) blocks += static_cast<std::size_t>(i) < key.size() ? key[static_cast<std::size_t>(i)] : '\0';
      append_number(blocks, names.size(), 4);
      append_number(blocks, posted, 4);
    } else {
      while (shared < key.size() && shared < previous.size() && key[shared] == previous[shared]) ++shared;
    }
    append_number(names, shared, 1);
    append_number(names, key.size() - shared, 1);
    append_number(names, found.size(), 1);
    names += key.substr(shared);
    for (const auto& [place, kind] : found) {
      append_number(postings, place | static_cast<std::uint64_t>(kind) << 24, 4);
      ++posted;
    }
    previous = key;
    ++number;
  }
  std::string head = "GAZETTE\x01", table, body;
  const std::size_t start = 16 + 7 * 8;
  for (const std::string& part : {texts, country_list, division_list, records, blocks, names, postings}) {
    append_number(table, start + body.size(), 4);
    append_number(table, part.size(), 4);
    body += part;
  }
  append_number(head, number, 4);
  append_number(head, start + body.size(), 4);
  return head + table + body;
}

// A file that is gone when this goes.
class MadeFile {
 public:
  explicit MadeFile(const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() /
              ("tacitus-gazetteer-" + std::to_string(::getpid()) + "-" + std::to_string(count()++))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  MadeFile(const MadeFile&) = delete;
  MadeFile& operator=(const MadeFile&) = delete;
  ~MadeFile() {
    std::error_code error;
    std::filesystem::remove(path_, error);
  }
  std::string path() const { return path_.string(); }

 private:
  static int& count() {
    static int count = 0;
    return count;
  }
  std::filesystem::path path_;
};

// A few places that share their names.
inline std::vector<MadePlace> made_places() {
  using K = PlaceKind;
  using N = PlaceNameKind;
  return {
      {K::kCountry, "United States", 39.76, -98.5, 170, "USA", "", 6252001,
       {{"U.S.", N::kOther}, {"American", N::kAdjective}}},
      {K::kCountry, "Georgia", 42, 43.5, 131, "GEO", "", 614540, {{"Georgian", N::kAdjective}}},
      {K::kCountry, "Russia", 60, 100, 163, "RUS", "", 2017370, {{"Russian", N::kAdjective}}},
      {K::kCountry, "Jordan", 31, 36, 140, "JOR", "", 248816, {{"Jordanian", N::kAdjective}}},
      {K::kCountry, "United Kingdom", 54.8, -2.7, 157, "GBR", "", 2635167,
       {{"Britain", N::kOther}, {"British", N::kAdjective}}},
      {K::kCountry, "France", 46, 2, 156, "FRA", "", 3017382, {{"French", N::kAdjective}}},
      {K::kCountry, "Switzerland", 47, 8, 139, "CHE", "", 2658434, {{"Swiss", N::kAdjective}}},
      {K::kCountry, "Democratic Republic of the Congo", -2.5, 23.5, 159, "COD", "", 203312,
       {{"Congo", N::kOther}}},
      {K::kCountry, "Republic of the Congo", -1, 15.5, 134, "COG", "", 2260494, {{"Congo", N::kOther}}},
      {K::kCountry, "Canada", 60, -96, 151, "CAN", "", 6251999, {{"Canadian", N::kAdjective}}},
      {K::kCountry, "Austria", 47.3, 13.3, 139, "AUT", "", 2782113, {{"Austrian", N::kAdjective}}},
      {K::kDivision, "Georgia", 32.8, -83.5, 141, "USA", "Georgia", 4197000, {{"Ga.", N::kShort}}},
      {K::kDivision, "Texas", 31.3, -99.3, 149, "USA", "Texas", 4736286, {{"TX", N::kShort}}},
      {K::kDivision, "Alabama", 32.8, -86.8, 134, "USA", "Alabama", 4829764, {{"Ala.", N::kShort}}},
      {K::kDivision, "Missouri", 38.3, -92.5, 136, "USA", "Missouri", 4398678, {{"Mo.", N::kShort}}},
      {K::kDivision, "Massachusetts", 42.4, -71.1, 137, "USA", "Massachusetts", 6254926},
      {K::kDivision, "Washington", 47.5, -120.5, 138, "USA", "Washington", 5815135},
      {K::kDivision, "Alberta", 52.3, -117.5, 132, "CAN", "Alberta", 5883102},
      {K::kDivision, "Ontario", 49.3, -84.5, 142, "CAN", "Ontario", 6093943},
      {K::kDivision, "Virginia", 37.5, -77.4, 138, "USA", "Virginia", 6254928},
      {K::kDivision, "England", 52.2, -0.7, 155, "GBR", "England", 6269131},
      {K::kDivision, "Newfoundland and Labrador", 52, -56, 115, "", "", 6354959},
      {K::kCapital, "Paris", 48.85, 2.35, 127, "FRA", "", 2988507},
      {K::kTown, "Paris", 33.66, -95.56, 88, "USA", "Texas", 4717560},
      {K::kTown, "Paris", 39.48, -92, 62, "USA", "Missouri", 4402452},
      {K::kTown, "Paris", 43.2, -80.38, 82, "CAN", "Ontario", 6942553},
      {K::kTown, "Brant", 43.13, -80.35, 91, "CAN", "Ontario", 5906277},
      {K::kSeat, "Edmonton", 53.55, -113.47, 120, "CAN", "Alberta", 5946768},
      {K::kTown, "Edmonton", 51.63, -0.06, 98, "GBR", "England", 2650435},
      {K::kTown, "Enfield", 51.65, -0.08, 104, "GBR", "England", 2649975},
      {K::kTown, "Enfield", 41.98, -72.59, 93, "USA", "", 4834040},
      {K::kCapital, "Vienna", 48.21, 16.37, 125, "AUT", "", 2761369},
      {K::kTown, "Vienna", 38.9, -77.27, 84, "USA", "Virginia", 4791160},
      {K::kTown, "Austin", 30.27, -97.74, 120, "USA", "Texas", 4671654},
      {K::kSeat, "Atlanta", 33.75, -84.39, 114, "USA", "Georgia", 4180439},
      {K::kTown, "Savannah", 32.08, -81.1, 103, "USA", "Georgia", 4221552},
      {K::kCapital, "Tbilisi", 41.69, 44.83, 121, "GEO", "", 611717},
      {K::kSeat, "Birmingham", 52.48, -1.9, 121, "GBR", "England", 2655603},
      {K::kTown, "Birmingham", 33.52, -86.8, 107, "USA", "Alabama", 4049979},
      {K::kTown, "Coventry", 52.41, -1.51, 112, "GBR", "England", 2652221},
      {K::kTown, "Cambridge", 52.2, 0.12, 104, "GBR", "England", 2653941},
      {K::kTown, "Cambridge", 42.38, -71.11, 101, "USA", "Massachusetts", 4931972},
      {K::kSeat, "Boston", 42.36, -71.06, 117, "USA", "Massachusetts", 4930956},
      {K::kTown, "Boston", 52.97, -0.03, 93, "GBR", "England", 2655138},
      {K::kCapital, "Washington", 38.9, -77.04, 117, "USA", "", 4140963,
       {{"Washington, D.C.", N::kOther}}},
      {K::kSeat, "Seattle", 47.61, -122.33, 117, "USA", "Washington", 5809844},
      {K::kTown, "Spokane", 47.66, -117.43, 107, "USA", "Washington", 5811696},
      {K::kSeat, "Geneva", 46.2, 6.15, 105, "CHE", "", 2660646},
      {K::kTown, "Geneva", 41.89, -88.31, 87, "USA", "", 4893591},
      {K::kCapital, "Amman", 31.96, 35.95, 122, "JOR", "", 250441},
      {K::kCapital, "Moscow", 55.75, 37.62, 140, "RUS", "", 524901},
      {K::kTown, "Eu", 50.05, 1.42, 77, "FRA", "", 3019265},
      {K::kTown, "Hilton", 43.29, -77.79, 75, "USA", "", 5120800},
      {K::kTown, "York", 53.96, -1.08, 104, "GBR", "England", 2633352},
      {K::kTown, "New York", 40.71, -74, 139, "USA", "", 5128581},
      {K::kCapital, "Kinshasa", -4.33, 15.31, 144, "COD", "", 2314302},
      {K::kCapital, "Brazzaville", -4.27, 15.28, 125, "COG", "", 2260535},
      {K::kTown, "St. John's", 47.56, -52.71, 100, "", "", 6324733},
      {K::kWater, "Gulf of Aden", 12, 48, 120, "", "", 0},
      {K::kTown, "Aden", 12.78, 45.04, 114, "", "", 415189},
  };
}

inline Gazetteer opened(const std::string& bytes) {
  const MadeFile file(bytes);
  Result<Gazetteer> gazetteer = Gazetteer::open(file.path());  // a mapping outlives its file
  if (!gazetteer) std::abort();
  return std::move(gazetteer).value();
}

// A gazetteer of made_places().
inline const Gazetteer& known_places() {
  static const Gazetteer kGazetteer = opened(made_gazetteer(made_places()));
  return kGazetteer;
}

}  // namespace tacitus
