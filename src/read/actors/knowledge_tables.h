// The maps that Knowledge looks words up in, and how the lines of knowledge/ fill them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/actors/knowledge.h"
#include "read/table.h"
#include "read/word_map.h"

namespace tacitus {

struct Knowledge::Tables {
  WordMap<PlaceWord> places;
  WordMap<std::string> countries;  // by ISO code
  std::vector<Body> bodies;
  WordMap<std::uint32_t> body_names;  // index in bodies
  WordMap<PersonWord> people;
  WordMap<BodyWord> body_words;
  std::array<WordSet, static_cast<std::size_t>(SpeechWord::kCount)> speech;
  WordMap<Gender> first_names;
  std::array<WordMap<std::string>, static_cast<std::size_t>(SignKind::kCount)> signs;
  struct MemberOf {
    std::uint32_t body = 0;           // index in bodies
    bool is_doubtful = false;
  };
  WordMap<MemberOf> members;
  std::vector<Leader> leaders;
  WordMap<std::uint32_t> leader_names;  // index in leaders
  ActorDictionary dictionary;

  // Each fills its map from one file's lines; an error's message is still without file and line.
  std::optional<std::string> add_country(const TableLine& line);
  std::optional<std::string> add_region(const TableLine& line);
  std::optional<std::string> add_city(const TableLine& line);
  std::optional<std::string> add_body(const TableLine& line);
  std::optional<std::string> add_company(const TableLine& line);
  std::optional<std::string> add_metonym(const TableLine& line);
  std::optional<std::string> add_person(const TableLine& line);
  std::optional<std::string> add_body_word(const TableLine& line);
  std::optional<std::string> add_speech(const TableLine& line);
  std::optional<std::string> add_first_names(const TableLine& line);
  std::optional<std::string> add_leader(const TableLine& line);
  std::optional<std::string> add_sign(const TableLine& line);
  // The sectors of a user's agents take the place of the tables'.
  void add_agents();

 private:
  std::optional<std::string> add_places(std::string_view country, std::string_view words,
                                        bool PlaceWord::* kind, bool is_region);
  std::optional<std::string> add_named(const TableLine& line, bool is_metonym);
};

}  // namespace tacitus
