#include "store/changes.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

#include "base/utf8.h"
#include "model/vector_bytes.h"
#include "read/issues/same.h"
#include "record/position_page.h"
#include "store/clear_stands.h"
#include "store/issue_words.h"
#include "store/stories.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr double kSame = 0.5;         // that two phrases are one issue, at least
constexpr std::int64_t kMostHaving = 200;  // positions of a holder that share a word, those entered last
constexpr int kBareDays = 30;         // for which "the Norland plan" is the same plan

std::span<const std::int8_t> bytes_of(std::string_view column) {
  return {reinterpret_cast<const std::int8_t*>(column.data()), column.size()};
}

// Hashes of a holder with each word or name of an issue, or with the actor that is the issue.
std::vector<std::int64_t> hashes_of(std::int64_t holder, const IssueSigns& signs, std::int64_t actor) {
  std::vector<std::int64_t> hashes;
  if (actor != 0) {
    return {static_cast<std::int64_t>(mix(static_cast<std::uint64_t>(holder) ^ mix(static_cast<std::uint64_t>(actor))) >> 16)};
  }
  for (const auto* const list : {&signs.words, &signs.names}) {
    for (const std::string& entry : *list) {
      hashes.push_back(static_cast<std::int64_t>(stable_hash(entry, mix(static_cast<std::uint64_t>(holder))) >> 16));
    }
  }
  return hashes;
}

}  // namespace

Changes::Changes(Database& database)
    : keep_(database, "INSERT OR IGNORE INTO clear_stands VALUES(?, ?)"),
      having_(database, "SELECT position FROM clear_stands WHERE sign = ? ORDER BY position DESC LIMIT ?"),
      row_(database, "SELECT p.stance, p.text, p.day, p.article, p.sentence, a.story, i.signs, v.numbers, i.actor FROM positions p "
                     "JOIN articles a USING(article) JOIN issue_phrases i USING(phrase) "
                     "LEFT JOIN vectors v ON v.vector = i.vector WHERE p.position = ?"),
      phrase_(database, "SELECT i.signs, v.numbers, i.actor FROM issue_phrases i LEFT JOIN vectors v USING(vector) "
                        "WHERE i.phrase = ?"),
      article_(database, "SELECT a.text, s.start, s.\"end\" FROM articles a JOIN sentences s USING(article) "
                         "WHERE a.article = ? AND s.number = ?"),
      change_(database, "INSERT OR IGNORE INTO changes(after, before, day, sureness) VALUES(?, ?, ?, ?)") {}

std::optional<Changes::Clear> Changes::load(std::int64_t position) {
  if (!row_.start().number(position).step()) return std::nullopt;
  Clear out;
  out.position = position;
  out.is_for = side_of(row_.text_at(0)) == Side::kFor;
  out.text = row_.text_at(1);
  out.day = row_.text_at(2);
  out.story = row_.number_at(5);
  out.signs = row_.text_at(6);
  out.vector = row_.text_at(7);
  out.actor = row_.number_at(8);
  if (article_.start().number(row_.number_at(3)).number(row_.number_at(4)).step()) {
    const std::string_view text = article_.text_at(0);
    const Offsets offsets(text);
    const Span span{offsets.to_byte(static_cast<std::uint32_t>(article_.number_at(1))),
                    offsets.to_byte(static_cast<std::uint32_t>(article_.number_at(2)))};
    out.sentence = span.in(text);
  }
  row_.start();
  article_.start();
  return out;
}

// How sure it is that the two speak of one issue, and the same way; none where it is not.
std::optional<double> Changes::sameness(const Clear& a, const Clear& b) const {
  if (a.actor != b.actor || directions_of(a.text) != directions_of(b.text)) return std::nullopt;
  const IssueSigns mine = read_signs(a.signs), theirs = read_signs(b.signs);
  if (a.actor == 0 && (has_bare_words(mine) || has_bare_words(theirs))) {
    const bool names = !mine.actors.empty() || !mine.names.empty();
    const auto days = day_number(b.day).value_or(0) - day_number(a.day).value_or(0);
    if (a.story != b.story && (!names || std::abs(days) > kBareDays)) return std::nullopt;
  }
  if (is_of_before(b.sentence)) return std::nullopt;
  const double same = a.actor != 0 || fold_name(a.text) == fold_name(b.text)
                          ? 1
                          : IssueWeights::builtin().same(mine, theirs, bytes_of(a.vector), bytes_of(b.vector));
  if (same < kSame) return std::nullopt;
  return same;
}

void Changes::add(const Record& record, const Position& position, const Place& place) {
  if (!place.day || !is_clear(record, position)) return;
  if (!phrase_.start().number(place.phrase).step()) return;
  Clear mine;
  mine.position = place.position;
  mine.story = place.story;
  mine.text = position.issue;
  mine.day = *place.day;
  mine.sentence = record.sentences[position.sentence].in(record.article.text);
  mine.signs = phrase_.text_at(0);
  mine.vector = phrase_.text_at(1);
  mine.actor = phrase_.number_at(2);
  mine.is_for = side_of(name_of(position.stance)) == Side::kFor;
  phrase_.start();

  std::set<std::int64_t> others;
  for (const std::int64_t hash : hashes_of(place.holder, read_signs(mine.signs), mine.actor)) {
    for (having_.start().number(hash).number(kMostHaving); having_.step();) others.insert(having_.number_at(0));
    keep_.start().number(hash).number(place.position).run();
  }
  for (const std::int64_t other : others) {
    const std::optional<Clear> theirs = load(other);
    if (!theirs || theirs->is_for == mine.is_for || theirs->day == mine.day || theirs->day.empty()) continue;
    const bool is_later = theirs->day < mine.day;
    const Clear &before = is_later ? *theirs : mine, &after = is_later ? mine : *theirs;
    const std::optional<double> same = sameness(before, after);
    if (same) change_.start().number(after.position).number(before.position).text(after.day).real(*same).run();
  }
}

}  // namespace tacitus
