#include "read/places/gazetteer.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "read/places/made_gazetteer.h"

namespace tacitus {
namespace {

std::vector<std::uint32_t> ids_of(const Gazetteer& gazetteer, std::string_view name) {
  std::vector<std::uint32_t> ids;
  for (const PlaceName found : gazetteer.find(place_key(name)).places) {
    ids.push_back(gazetteer.facts(found.place).geonameid);
  }
  return ids;
}

TEST(GazetteerName, IsTheSameHoweverItIsWritten) {
  EXPECT_EQ(place_key("St. John's"), "st johns");
  EXPECT_EQ(place_key("St John’s"), "st johns");
  EXPECT_EQ(place_key("WINSTON-SALEM"), "winston salem");
  EXPECT_EQ(place_key("Winston–Salem"), "winston salem");
  EXPECT_EQ(place_key("São  Tomé"), "sao tome");
  EXPECT_EQ(place_key("Tórshavn"), "torshavn");
  EXPECT_EQ(place_key("Łódź"), "lodz");
  EXPECT_EQ(place_key("Ærø"), "aero");
  EXPECT_EQ(place_key("İstanbul"), "istanbul");
  EXPECT_EQ(place_key("Washington, D.C."), "washington dc");
  EXPECT_EQ(place_key("U.S."), "us");
  EXPECT_EQ(place_key("-"), "");
  EXPECT_EQ(place_key(""), "");
}

TEST(Gazetteer, FindsThePlacesOfANameTheMostProminentFirst) {
  const Gazetteer gazetteer = opened(made_gazetteer(made_places()));
  EXPECT_EQ(ids_of(gazetteer, "Paris"), (std::vector<std::uint32_t>{2988507, 4717560, 6942553, 4402452}));
  EXPECT_EQ(ids_of(gazetteer, "PARIS"), ids_of(gazetteer, "Paris"));
  EXPECT_EQ(ids_of(gazetteer, "Congo"), (std::vector<std::uint32_t>{203312, 2260494}));
  EXPECT_TRUE(ids_of(gazetteer, "Pari").empty());
  EXPECT_TRUE(ids_of(gazetteer, "Pariss").empty());
  EXPECT_TRUE(ids_of(gazetteer, "").empty());
  EXPECT_TRUE(ids_of(gazetteer, "zzz").empty());
  EXPECT_TRUE(ids_of(gazetteer, "Aaa").empty());
}

TEST(Gazetteer, SaysWhatANameIsToItsPlace) {
  const Gazetteer gazetteer = opened(made_gazetteer(made_places()));
  const auto kind = [&](std::string_view name) {
    return (*gazetteer.find(place_key(name)).places.begin()).kind;
  };
  EXPECT_EQ(kind("Russia"), PlaceNameKind::kMain);
  EXPECT_EQ(kind("U.S."), PlaceNameKind::kOther);
  EXPECT_EQ(kind("Russian"), PlaceNameKind::kAdjective);
  EXPECT_EQ(kind("Mo."), PlaceNameKind::kShort);
}

TEST(Gazetteer, KnowsWhetherALongerNameGoesOn) {
  const Gazetteer gazetteer = opened(made_gazetteer(made_places()));
  EXPECT_TRUE(gazetteer.find("new").goes_on);
  EXPECT_TRUE(gazetteer.find("new").places.empty());
  EXPECT_TRUE(gazetteer.find("washington").goes_on);
  EXPECT_FALSE(gazetteer.find("washington").places.empty());
  EXPECT_FALSE(gazetteer.find("paris").goes_on);
  EXPECT_FALSE(gazetteer.find("ne").goes_on);
}

TEST(Gazetteer, TellsWhatItKnowsOfAPlace) {
  const Gazetteer gazetteer = opened(made_gazetteer(made_places()));
  const PlaceName paris = *++gazetteer.find("paris").places.begin();
  const PlaceFacts facts = gazetteer.facts(paris.place);
  EXPECT_EQ(facts.name, "Paris");
  EXPECT_EQ(facts.kind, PlaceKind::kTown);
  EXPECT_NEAR(facts.lat, 33.66, 1e-4);
  EXPECT_NEAR(facts.lon, -95.56, 1e-4);
  EXPECT_EQ(gazetteer.country_code(facts.country), "USA");
  EXPECT_EQ(gazetteer.facts(gazetteer.division_place(facts.division)).name, "Texas");
  EXPECT_EQ(gazetteer.facts(gazetteer.country_place(facts.country)).name, "United States");
  EXPECT_EQ(gazetteer.country_of("GB"), gazetteer.facts((*gazetteer.find("york").places.begin()).place).country);
  EXPECT_EQ(gazetteer.country_of("XX"), 255);
  EXPECT_EQ(gazetteer.country_code(255), "");
  EXPECT_EQ(gazetteer.division_place(0xFFFF), kNoPlace);
  EXPECT_EQ(gazetteer.facts(kNoPlace).name, "");
}

// Every name is found, wherever the borders of blocks fall and however much names share.
TEST(Gazetteer, FindsEveryOneOfManyNames) {
  std::mt19937 random(11);
  std::set<std::string> names;
  while (names.size() < 3000) {
    std::string name;
    const std::size_t length = 1 + random() % 12;
    for (std::size_t i = 0; i < length; ++i) name += "abc "[random() % 4];
    if (name.front() != ' ' && name.back() != ' ' && name.find("  ") == name.npos) names.insert(name);
  }
  std::vector<MadePlace> places;
  for (const std::string& name : names) {
    MadePlace place;
    place.name = name;
    places.push_back(std::move(place));
  }
  const Gazetteer gazetteer = opened(made_gazetteer(places));
  for (const std::string& name : names) {
    const Gazetteer::Found found = gazetteer.find(name);
    ASSERT_EQ(found.places.size(), 1u) << name;
    EXPECT_EQ(gazetteer.facts((*found.places.begin()).place).name, name);
    const auto next = names.lower_bound(name + " ");
    EXPECT_EQ(found.goes_on, next != names.end() && next->starts_with(name + " ")) << name;
  }
}

TEST(Gazetteer, SaysWhatToDoWhereThereIsNone) {
  const Result<Gazetteer> gazetteer = Gazetteer::open("/nowhere/places.gazetteer");
  ASSERT_FALSE(gazetteer.ok());
  EXPECT_EQ(gazetteer.error().code, ErrorCode::kNotFound);
  EXPECT_NE(gazetteer.error().message.find("/nowhere/places.gazetteer"), std::string::npos);
  EXPECT_NE(gazetteer.error().message.find("models/"), std::string::npos);
  EXPECT_EQ(Gazetteer::open("/tmp").error().code, ErrorCode::kIo);
}

ErrorCode refused(const std::string& bytes) {
  const MadeFile file(bytes);
  const Result<Gazetteer> gazetteer = Gazetteer::open(file.path());
  EXPECT_FALSE(gazetteer.ok());
  return gazetteer.ok() ? ErrorCode::kLimit : gazetteer.error().code;
}

TEST(Gazetteer, RefusesFilesThatAreNone) {
  const std::string good = made_gazetteer(made_places());
  EXPECT_EQ(refused(""), ErrorCode::kBadModel);
  EXPECT_EQ(refused("GAZETTE"), ErrorCode::kBadModel);
  EXPECT_EQ(refused(std::string(1000, 'x')), ErrorCode::kBadModel);
  for (const std::size_t size : {std::size_t{40}, std::size_t{72}, good.size() / 2, good.size() - 1}) {
    EXPECT_EQ(refused(good.substr(0, size)), ErrorCode::kBadModel) << size;
  }
  EXPECT_EQ(refused(good + "x"), ErrorCode::kBadModel);
  std::string other = good;
  other[7] = 2;
  EXPECT_EQ(refused(other), ErrorCode::kBadModel);
}

TEST(Gazetteer, RefusesPartsThatLieOutside) {
  const std::string good = made_gazetteer(made_places());
  for (std::size_t part = 0; part < 7; ++part) {
    std::string lying = good;
    for (std::size_t i = 0; i < 4; ++i) lying[16 + 8 * part + i] = '\xff';  // its offset
    EXPECT_EQ(refused(lying), ErrorCode::kBadModel);
    lying = good;
    for (std::size_t i = 0; i < 4; ++i) lying[20 + 8 * part + i] = '\xff';  // its size
    EXPECT_EQ(refused(lying), ErrorCode::kBadModel);
  }
  std::string names = good;
  for (std::size_t i = 0; i < 4; ++i) names[8 + i] = '\xff';
  EXPECT_EQ(refused(names), ErrorCode::kBadModel);
}

// What a file of right lengths says inside may be anything: answers stay in the file.
TEST(Gazetteer, StaysInsideDamagedFiles) {
  const std::string good = made_gazetteer(made_places());
  std::mt19937 random(5);
  for (int trial = 0; trial < 300; ++trial) {
    std::string bad = good;
    for (int i = 0; i < 40; ++i) bad[72 + random() % (bad.size() - 72)] = static_cast<char>(random());
    const Gazetteer gazetteer = opened(bad);
    std::size_t letters = 0;
    for (const MadePlace& place : made_places()) {
      for (const PlaceName found : gazetteer.find(place_key(place.name)).places) {
        const PlaceFacts facts = gazetteer.facts(found.place);
        letters += facts.name.size() + gazetteer.country_code(facts.country).size() +
                   gazetteer.facts(gazetteer.division_place(facts.division)).name.size() +
                   gazetteer.facts(gazetteer.country_place(facts.country)).name.size();
      }
    }
    EXPECT_LT(letters, 1u << 24);
  }
}

}  // namespace
}  // namespace tacitus
