// Which country the words of a text mean, by the tables and the article's own places.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/places/places.h"
#include "read/reading.h"

namespace tacitus {

// A place of the tables or of the map found in a text.
struct PlaceFound {
  Range range;                       // empty where there is none
  const PlaceWord* place = nullptr;
};

// Whether "America" or "American" behind another word is no country's: "Latin America", "South American". In the
// form of Reading::plain.
bool is_part_of_america(std::string_view before, std::string_view word);

// Words of countries that the article names: "Georgia" is the country only beside "Tbilisi". What is
// no country's name means the place that the gazetteer takes it for in this article: "London" may be
// that in Ontario.
class Countries {
 public:
  // `places` are those of the article, if they were looked for; both must live as long as this.
  explicit Countries(const Reading& reading, const FoundPlaces* places = nullptr);

  // The longest place word that begins at `first` and ends before `end`; doubtful ones only where
  // the article bears them out.
  PlaceFound at(std::uint32_t first, std::uint32_t end) const;
  // The place that all of `range` names, an article before it and a genitive behind it left out.
  const PlaceWord* named(Range range) const;
  // The same, or a place that only the gazetteer has.
  const PlaceWord* place_named(Range range) const;
  // The place that the article's dateline names; null where there is none.
  const PlaceWord* dateline() const;
  // The body whose members `range` names ("Tories"), or that it names by a name that others bear as
  // well where the article speaks of the body's country; null where there is none.
  const Body* members_named(Range range) const;
  // The longest such words that begin at `first` and end before `end`.
  std::pair<Range, const Body*> members_at(std::uint32_t first, std::uint32_t end) const;

 private:
  const Body* accept(const MemberWord& word) const;
  const PlaceWord* accept(const PlaceWord* place) const;
  PlaceFound in_tables(std::uint32_t first, std::uint32_t end) const;
  PlaceFound on_map(std::uint32_t first) const;
  const PlaceWord* table_named(Range range) const;

  const Reading* reading_;
  const FoundPlaces* places_;
  std::vector<PlaceWord> on_map_;    // what each of places_ tells; without country where it tells none
  std::vector<std::string> sure_;    // countries that some word names without doubt; sorted
  std::vector<std::string> spoken_of_;  // these, and those of which a part or a body is named; sorted
};

}  // namespace tacitus
