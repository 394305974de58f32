// Looks the names of actors up in a user's dictionaries.
#include "read/events/dictionary_codes.h"

#include "read/actors/actor_dictionary.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 160;  // bytes; longer names are no dictionary's

std::string_view without_article(std::string_view name) {
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (name.starts_with(article)) return name.substr(article.size());
  }
  return name;
}

// A name that the dictionary has, though the record has it as a place or knows nothing of it.
void code_name(const Reading& reading, const ActorDictionary& dictionary, Actor& actor) {
  const std::string name = plain_text(actor.name);
  const auto* codes = dictionary.actor(without_article(name));
  const DatedCode* code = codes ? ActorDictionary::on(*codes, reading.published()) : nullptr;
  if (!code || code->code.empty()) return;
  actor.code = code->code;
  CodeParts parts = parts_of(code->code);
  if (!actor.country && !parts.country.empty()) actor.country = std::move(parts.country);
  if (actor.sectors.empty()) actor.sectors = std::move(parts.sectors);
}

}  // namespace

Actor dictionary_actor(const Reading& reading, Range range) {
  Actor actor;
  const ActorDictionary& dictionary = reading.knowledge().dictionary();
  const auto* codes = dictionary.actor(reading.plain_phrase(range));
  const DatedCode* code = codes ? ActorDictionary::on(*codes, reading.published()) : nullptr;
  if (!code || code->code.empty()) return actor;
  actor.name = reading.phrase(range);
  actor.kind = "group";
  actor.code = code->code;
  CodeParts parts = parts_of(code->code);
  if (!parts.country.empty()) actor.country = std::move(parts.country);
  actor.sectors = std::move(parts.sectors);
  return actor;
}

std::string agent_code(const Reading& reading, std::string_view description,
                       std::string_view country) {
  const ActorDictionary::Agents& agents = reading.knowledge().dictionary().agents();
  if (agents.empty() || country.size() != 3 || description.size() > kLongest) return {};
  const std::string name = plain_text(description);
  for (std::size_t at = 0; at != std::string::npos;) {
    const auto found = agents.find(std::string_view(name).substr(at));
    if (found != agents.end()) {
      return found->second.before + std::string(country) + found->second.after;
    }
    at = name.find(' ', at);
    if (at != std::string::npos) ++at;
  }
  return {};
}

void give_dictionary_codes(const Reading& reading, Record& record) {
  const ActorDictionary& dictionary = reading.knowledge().dictionary();
  if (dictionary.empty()) return;
  for (Actor& actor : record.actors) {
    if (actor.name.size() > kLongest) continue;
    if (!actor.code) code_name(reading, dictionary, actor);
    // Country and sector as the program has them give way to the agent's own code.
    const bool is_plain = actor.code && actor.code->size() <= 6;
    const bool is_former = !actor.sectors.empty() && actor.sectors.front() == "ELI";
    if (!actor.country || !is_plain || is_former || actor.kind == "country") continue;
    std::string code = agent_code(reading, actor.name, actor.code->substr(0, 3));
    if (code.empty() && actor.role) code = agent_code(reading, *actor.role, actor.code->substr(0, 3));
    if (!code.empty()) actor.code = std::move(code);
  }
}

}  // namespace tacitus
