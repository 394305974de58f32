#include "store/comparison.h"

#include <cstring>

#include "base/utf8.h"
#include "store/stories.h"

namespace tacitus {

Comparison::Comparison(Database& database)
    : sketch_of_(database, "SELECT hashes FROM sketches WHERE article = ?"),
      text_of_(database, "SELECT title, body_start, text, day FROM articles WHERE article = ?") {}

void Comparison::turn_to(std::string_view title, std::string_view body, std::optional<std::int64_t> day) {
  title_ = title;
  body_ = body;
  day_ = day;
  sketch_ = make_sketch(body);
  wording_.reset();
}

double Comparison::shared_with(std::int64_t article) {
  if (!sketch_of_.start().number(article).step()) return 0;
  const std::string_view bytes = sketch_of_.text_at(0);
  Sketch theirs(bytes.size() / sizeof(std::uint32_t));
  std::memcpy(theirs.data(), bytes.data(), theirs.size() * sizeof(std::uint32_t));
  return shared(sketch_, theirs);
}

bool Comparison::is_copy_of(std::int64_t article, double shared) {
  const std::optional<Wording> theirs = wording_of(article);
  return theirs && is_copy(own(), *theirs, shared);
}

bool Comparison::may_be_of_one_story_with(std::int64_t article, double shared) {
  const std::optional<Wording> theirs = wording_of(article);
  return theirs && may_be_one_story(own(), *theirs, shared);
}

const Wording& Comparison::own() {
  if (!wording_) wording_.emplace(title_, body_, day_);
  return *wording_;
}

std::optional<Wording> Comparison::wording_of(std::int64_t article) {
  if (!text_of_.start().number(article).step()) return std::nullopt;
  const std::string_view text = text_of_.text_at(2);
  const std::string_view body = text.substr(Offsets(text).to_byte(static_cast<std::uint32_t>(text_of_.number_at(1))));
  return Wording(text_of_.text_at(0), body, day_number(text_of_.text_at(3)));
}

}  // namespace tacitus
