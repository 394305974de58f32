// What tells places from persons, bodies and common words: the features of a stretch of text that may
// name a place.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/actors/senses.h"
#include "read/places/features.h"
#include "read/places/gazetteer.h"
#include "read/places/spans.h"
#include "read/reading.h"

namespace tacitus {

// The entities of an article by their tokens. `reading` must live as long as this.
class EntityNames {
 public:
  explicit EntityNames(const Reading& reading);

  // Index of the entity that a token belongs to; kNone where it belongs to none.
  std::uint32_t of(std::uint32_t token) const { return entity_[token]; }
  // An entity without "the" in front and a possessive behind; may be empty.
  Range name_of(const Entity& entity) const;
  static bool is_place(EntityType type);

 private:
  const Reading& reading_;
  std::vector<std::uint32_t> entity_;  // by token
};

// The features of all stretches of an article. What it is made of must live as long.
class SpanFeatures {
 public:
  SpanFeatures(const Reading& reading, const Gazetteer& gazetteer, const EntityNames& entities,
               const std::vector<PlaceSpan>& spans);

  // Appends the features of a stretch, by its index.
  void append(std::size_t span, std::vector<Feature>& out) const;

 private:
  // How often a name stands in the article, and how often the entity head takes it for a place.
  struct Mates {
    std::uint32_t all = 0, places = 0;
  };

  bool fits_place(const PlaceSpan& span) const;
  std::uint8_t entity_fit(const PlaceSpan& span) const;
  std::uint8_t before(Range range) const;
  std::uint8_t after(Range range) const;
  bool lies_in(const PlaceSpan& town, const PlaceSpan& part) const;
  bool is_comma(std::uint32_t token) const;
  std::uint8_t list(std::size_t span) const;
  std::uint8_t sense(Range range) const;
  std::uint8_t mates(const PlaceSpan& span) const;
  std::uint8_t start(Range range) const;
  PlaceKind kind_of(const PlaceSpan& span, PlaceKind first) const;

  const Reading& reading_;
  const Gazetteer& gazetteer_;
  const EntityNames& entities_;
  const std::vector<PlaceSpan>& spans_;
  Senses senses_;
  std::unordered_map<std::string_view, Mates> mates_;  // by key, which the spans hold
};

}  // namespace tacitus
