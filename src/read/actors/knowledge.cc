// Looks words up in the tables of knowledge/; knowledge_parser.cc parses them.
#include "read/actors/knowledge.h"

#include <cassert>
#include <utility>

#include "read/actors/knowledge_tables.h"
#include "read/builtin_tables.h"

namespace tacitus {
namespace {

template <class T>
const T* find(const WordMap<T>& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

Knowledge parse_builtin() {
  Result<Knowledge> parsed = Knowledge::parse(
      {k_actors_countries_tsv, k_actors_regions_tsv, k_actors_cities_tsv, k_actors_bodies_tsv,
       k_actors_companies_tsv, k_actors_metonyms_tsv, k_actors_leaders_tsv, k_people_tsv,
       k_organizations_tsv, k_speech_tsv, k_first_names_tsv, k_actors_signs_tsv});
  assert(parsed.ok());  // a test holds it
  return std::move(parsed).value();
}

}  // namespace

const Knowledge& Knowledge::builtin() {
  static const Knowledge kBuiltin = parse_builtin();
  return kBuiltin;
}

Knowledge Knowledge::with(ActorDictionary dictionary) {
  Knowledge knowledge = parse_builtin();
  knowledge.tables_->dictionary = std::move(dictionary);
  knowledge.tables_->add_agents();
  return knowledge;
}

const PlaceWord* Knowledge::place(std::string_view phrase) const {
  return find(tables_->places, phrase);
}

std::string_view Knowledge::country_of(std::string_view code) const {
  const std::string* country = find(tables_->countries, code);
  return country ? std::string_view(*country) : std::string_view();
}

const Body* Knowledge::body(std::string_view phrase) const {
  const std::uint32_t* index = find(tables_->body_names, phrase);
  return index ? &tables_->bodies[*index] : nullptr;
}

const PersonWord* Knowledge::person_word(std::string_view phrase) const {
  return find(tables_->people, phrase);
}

const BodyWord* Knowledge::body_word(std::string_view phrase) const {
  return find(tables_->body_words, phrase);
}

MemberWord Knowledge::member_word(std::string_view phrase) const {
  const auto* found = find(tables_->members, phrase);
  return found ? MemberWord{&tables_->bodies[found->body], found->is_doubtful} : MemberWord{};
}

const Leader* Knowledge::leader(std::string_view name) const {
  const std::uint32_t* index = find(tables_->leader_names, name);
  return index ? &tables_->leaders[*index] : nullptr;
}

const ActorDictionary& Knowledge::dictionary() const { return tables_->dictionary; }

bool Knowledge::is(SpeechWord kind, std::string_view word) const {
  return tables_->speech[static_cast<std::size_t>(kind)].contains(word);
}

const std::string* Knowledge::sign(SignKind kind, std::string_view word) const {
  return find(tables_->signs[static_cast<std::size_t>(kind)], word);
}

Gender Knowledge::first_name(std::string_view word) const {
  const Gender* gender = find(tables_->first_names, word);
  return gender ? *gender : Gender::kUnknown;
}

Knowledge::Knowledge(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

}  // namespace tacitus
