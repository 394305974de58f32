// For tests: what a record says, in words that can be compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/record.h"

namespace tacitus {

using Words = std::vector<std::string>;

inline Words words_of(std::string_view text, const std::vector<Span>& spans) {
  Words out;
  for (const Span span : spans) out.emplace_back(span.in(text));
  return out;
}
inline Words words_of(const Record& record, const std::vector<Span>& spans) {
  return words_of(record.article.text, spans);
}
inline std::string words_of(const Record& record, const std::optional<Span>& span) {
  return span ? std::string(span->in(record.article.text)) : std::string();
}

// The names of the statements' speakers, "-" where one has none.
inline Words speakers_of(const Record& record) {
  Words out;
  for (const Statement& statement : record.statements) {
    out.push_back(statement.actor ? record.actors[*statement.actor].name : "-");
  }
  return out;
}

inline Words names_of(const Record& record) {
  Words out;
  for (const Actor& actor : record.actors) out.push_back(actor.name);
  return out;
}

// The actor of that name; a test that asks for one that is not there gets an empty one.
inline Actor actor_named(const Record& record, std::string_view name) {
  for (const Actor& actor : record.actors) {
    if (actor.name == name) return actor;
  }
  return {};
}

// The name of the actor that the mention with these words means, "-" where none: the first such
// mention from the `from`th on.
inline std::string meant_by(const Record& record, std::string_view words, std::size_t from = 0) {
  for (const Mention& mention : record.mentions) {
    if (mention.span.in(record.article.text) != words || from-- > 0) continue;
    return mention.actor ? record.actors[*mention.actor].name : "-";
  }
  return "not mentioned";
}

}  // namespace tacitus
