// Where an actor stands: the country and sectors that words tell, by the tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/places/places.h"
#include "read/reading.h"

namespace tacitus {

struct Standing {
  std::string country;               // empty where the words give none
  std::vector<std::string> sectors;
  std::string code;                  // CAMEO's, where a table gives one of its own
  bool sectors_are_generic = false;  // the sectors give way to those of a body

  bool empty() const { return country.empty() && sectors.empty(); }
};

// A table's entry found in a text.
struct PlaceFound {
  Range range;                       // empty where there is none
  const PlaceWord* place = nullptr;
};
struct BodyFound {
  Range range;
  const Body* body = nullptr;
};
struct PersonFound {
  Range range;
  const PersonWord* word = nullptr;
};
struct BodyWordFound {
  Range range;
  const BodyWord* word = nullptr;
};

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

// Whether a name that ends before `end` only backs those behind it: "U.S.-backed rebels".
bool is_backer(const Reading& reading, std::uint32_t end);
// The body that all of `range` names, likewise; null where none.
const Body* body_named(const Reading& reading, Range range);
// The longest body's name that begins at `first` and ends before `end`.
BodyFound body_at(const Reading& reading, std::uint32_t first, std::uint32_t end);
// The longest word for people or bodies whose head is `head`: it ends with it ("prime minister")
// or begins with it and goes on with "of" ("secretary of state"). It lies inside `bounds`.
PersonFound person_word_at(const Reading& reading, std::uint32_t head, Range bounds);
BodyWordFound body_word_at(const Reading& reading, std::uint32_t head, Range bounds);

// What the words of a body's name or description tell: "Russian Foreign Ministry".
Standing standing_of_body(const Reading& reading, const Countries& countries, Range range,
                          std::uint32_t head);

// What a role's words tell: "Kremlin spokesman", "former president of the Turkish central bank".
Standing standing_of_role(const Reading& reading, const Countries& countries, Range range,
                          std::uint32_t head);

// What a user's dictionaries say of the name that is all of `range`, on the article's day. None where
// they do not have it; an empty one where they say that it stands for nobody.
std::optional<Standing> standing_by_dictionary(const Reading& reading, Range range);

// What is known of a person on `day`; `is_short` where the text gives one word of the name alone.
Standing standing_of_leader(const Leader& leader, std::string_view day, bool is_short);

// Fills what `to` lacks. Generic sectors give way to those of `from`.
void complete(Standing& to, const Standing& from);

}  // namespace tacitus
