#include "store/issues.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <unordered_map>

#include "model/vector_bytes.h"
#include "read/issues/same.h"
#include "store/changes.h"
#include "store/clear_stands.h"
#include "store/issue_words.h"
#include "store/lists.h"
#include "store/load.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr std::size_t kMostSigns = 6;      // of a phrase, of which each two are looked up
constexpr std::int64_t kMostHaving = 256;  // phrases that have a sign, those begun last
constexpr std::size_t kLooked = 24;        // phrases that are compared
constexpr std::size_t kCountries = 2;      // that an article is about
// That two phrases are one issue, at least. In learning, pairs of one issue count twice, so that the weights' half finds
// most of them; here a wrong join costs more than a missed one: it tells of changes of side that nobody made.
constexpr double kSame = 0.6;
constexpr std::int64_t kBatch = 256;       // articles whose positions are caught up at once

bool share_country(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> others = split(b, ',');
  for (const std::string_view country : split(a, ',')) {
    if (std::find(others.begin(), others.end(), country) != others.end()) return true;
  }
  return false;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b, bool (*counts)(const std::string&)) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& entry) {
    return counts(entry) && std::binary_search(b.begin(), b.end(), entry);
  });
}

// What vectors and weights cannot outvote: two phrases of one issue name no two different people or
// bodies, have a word in common that tells what it is about, and are not one for more and one for less.
bool may_be_one(const IssueSigns& a, const IssueSigns& b) {
  if (a.way * b.way < 0) return false;
  constexpr auto any = [](const std::string&) { return true; };
  const bool share_name = share(a.names, b.names, any);
  if (!a.names.empty() && !b.names.empty() && !share_name) return false;
  return share_name || share(a.words, b.words, [](const std::string& word) { return !is_bare_word(word); });
}

bool names_nobody(const IssueSigns& signs) { return signs.actors.empty() && signs.names.empty(); }

// Countries of the article's actors, those of most actors first.
std::string context_of(const Record& record) {
  std::map<std::string, int> counts;
  for (const Actor& actor : record.actors) {
    if (actor.country && actor.country->size() == 3) ++counts[*actor.country];
  }
  std::vector<std::pair<int, std::string>> ranked;
  for (const auto& [country, count] : counts) ranked.emplace_back(-count, country);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> codes;
  for (const auto& [count, country] : ranked) {
    if (codes.size() < kCountries) codes.push_back(country);
  }
  return write_codes(codes);
}

// Whether the words before a name in a phrase only say who it is: "the nominee", but not "electing".
bool only_titles(std::string_view words) {
  const std::string folded = fold_name(words);
  for (const std::string_view word : split(folded)) {
    const bool is_title = word == "the" || word == "former" || word == "mr" || word == "mrs" || word == "ms" || (!is_common(word) && !word.ends_with("ing"));
    if (!is_title) return false;
  }
  return words.find(',') == std::string_view::npos;
}

// The actor that the phrase is a name of, or a word for.
std::optional<std::uint32_t> actor_of(const Record& record, const Position& position) {
  if (!position.issue_span) return std::nullopt;
  const Span issue = *position.issue_span;
  const bool is_as_written = fold_name(issue.in(record.article.text)) == fold_name(position.issue);
  for (const Mention& mention : record.mentions) {
    if (mention.span.begin < issue.begin || mention.span.end != issue.end || !mention.actor) continue;
    if (*mention.actor >= record.actors.size()) continue;
    const bool is_word_for = mention.type == MentionType::kPron || mention.type == MentionType::kNom;
    if (!is_word_for && !is_as_written) continue;  // the issue is made of more than the name
    const bool is_whole = mention.span.begin == issue.begin;
    const bool is_person = record.actors[*mention.actor].kind == "person";
    if (is_whole || (is_person && only_titles(Span{issue.begin, mention.span.begin}.in(record.article.text)))) {
      return mention.actor;
    }
  }
  return std::nullopt;
}

bool all_the_same(const IssueSigns& a, const IssueSigns& b) {
  return a.words == b.words && a.actors == b.actors && a.names == b.names && a.numbers == b.numbers &&
         a.way == b.way;
}

}  // namespace

IssuePhrase read_issue(const Record& record, const Position& position) {
  // "the country's debt": the countries that words of the phrase stand for.
  std::vector<std::string> meant;
  if (position.issue_span) {
    for (const Mention& mention : record.mentions) {
      if (mention.span.begin < position.issue_span->begin || mention.span.end > position.issue_span->end) continue;
      const bool refers = mention.type == MentionType::kPron || mention.type == MentionType::kNom;
      if (!refers || !mention.actor || *mention.actor >= record.actors.size()) continue;
      const Actor& actor = record.actors[*mention.actor];
      if (actor.kind == "country" && actor.country) meant.push_back(*actor.country);
    }
  }
  IssuePhrase out;
  out.actor = actor_of(record, position);
  out.signs = IssueWords::builtin().signs(position.issue, Knowledge::builtin(), meant);
  if (!out.actor && names_nobody(out.signs)) {
    out.context = context_of(record);
    out.is_of_story = has_bare_words(out.signs) || out.context.empty();
  }
  if (is_talk(position.issue)) out.is_of_story = true;  // "commenting on rumours" is no issue
  return out;
}

std::vector<std::int64_t> sign_hashes(const IssueSigns& signs) {
  std::vector<std::uint64_t> singles;
  const auto add = [&](const std::vector<std::string>& list, std::uint64_t kind) {
    for (const std::string& entry : list) {
      if (singles.size() < kMostSigns) singles.push_back(stable_hash(entry, kind));
    }
  };
  add(signs.words, 1);
  add(signs.actors, 2);
  add(signs.names, 3);
  std::vector<std::int64_t> hashes;
  for (std::size_t i = 0; i < singles.size(); ++i) {
    hashes.push_back(static_cast<std::int64_t>(singles[i] >> 16));
    for (std::size_t k = i + 1; k < singles.size(); ++k) {
      hashes.push_back(static_cast<std::int64_t>(mix(singles[i] ^ mix(singles[k])) >> 16));
    }
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

Issues::Issues(Database& database, VectorWriter& vectors)
    : database_(database), vectors_(vectors),
      by_key_(database, "SELECT issue, phrase FROM issue_phrases WHERE key = ?"),
      by_actor_(database, "SELECT issue FROM issue_phrases WHERE actor = ? LIMIT 1"),
      namesake_(database, "SELECT min(b.actor) FROM actors a JOIN actors b ON b.key = a.key AND b.kind = a.kind "
                          "AND b.country IS a.country WHERE a.actor = ? AND a.kind = 'person' AND instr(a.key, ' ') > 0"),
      begin_(database, "INSERT INTO issues(name, positions) VALUES(?, 0)"),
      count_(database, "UPDATE issues SET positions = positions + 1, "
                       "first_day = CASE WHEN ?2 IS NULL THEN first_day WHEN first_day IS NULL THEN ?2 "
                       "ELSE min(first_day, ?2) END, "
                       "last_day = CASE WHEN ?2 IS NULL THEN last_day WHEN last_day IS NULL THEN ?2 "
                       "ELSE max(last_day, ?2) END WHERE issue = ?1"),
      phrase_(database, "INSERT INTO issue_phrases(issue, text, key, signs, context, story, actor, same, vector) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      sign_(database, "INSERT OR IGNORE INTO issue_signs VALUES(?, ?)"),
      words_(database, "INSERT INTO issue_words(rowid, text) VALUES(?, ?)"),
      having_(database, "SELECT phrase FROM issue_signs WHERE sign = ? ORDER BY phrase DESC LIMIT ?"),
      candidate_(database, "SELECT f.issue, f.signs, f.context, f.story, f.vector FROM issue_phrases p "
                           "JOIN issue_phrases f ON f.phrase = "
                           "(SELECT min(phrase) FROM issue_phrases WHERE issue = p.issue) "
                           "WHERE p.phrase = ? AND p.actor IS NULL"),
      vector_(database, "SELECT numbers FROM vectors WHERE vector = ?") {}

std::optional<Issues::Best> Issues::find(const IssuePhrase& phrase, std::span<const float> vector,
                                         std::int64_t story) {
  std::unordered_map<std::int64_t, double> shared;
  for (const std::int64_t sign : sign_hashes(phrase.signs)) {
    std::vector<std::int64_t> having;
    for (having_.start().number(sign).number(kMostHaving); having_.step();) having.push_back(having_.number_at(0));
    const double weight = 1 / std::log2(2 + static_cast<double>(having.size()));  // rare signs tell more
    for (const std::int64_t one : having) shared[one] += weight;
  }
  std::vector<std::pair<double, std::int64_t>> ranked;
  for (const auto& [one, weight] : shared) ranked.emplace_back(-weight, one);
  const std::size_t looked = std::min(kLooked, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(looked), ranked.end());
  ranked.resize(looked);

  std::vector<std::int8_t> bytes(vector.size()), theirs(vector.size());
  to_bytes(vector, bytes);
  // An issue is what its first phrase says: were each of its phrases compared, they would lead from
  // one matter to the next.
  std::optional<Best> best;
  std::vector<std::int64_t> seen;
  for (const auto& [weight, one] : ranked) {
    if (!candidate_.start().number(one).step()) continue;
    const std::int64_t issue = candidate_.number_at(0);
    if (std::find(seen.begin(), seen.end(), issue) != seen.end()) continue;
    seen.push_back(issue);
    const IssueSigns signs = read_signs(candidate_.text_at(1));
    const bool is_of_story = !candidate_.is_null(3);
    const bool fits = phrase.is_of_story || is_of_story
                          ? phrase.is_of_story && is_of_story && candidate_.number_at(3) == story
                      : names_nobody(phrase.signs) && names_nobody(signs)
                          ? share_country(phrase.context, candidate_.text_at(2))
                          : true;
    if (!fits) continue;
    double same = all_the_same(phrase.signs, signs) ? 1 : 0;
    if (same == 0 && may_be_one(phrase.signs, signs) && !vector.empty() && !candidate_.is_null(4) &&
        vector_.start().number(candidate_.number_at(4)).step() && vector_.text_at(0).size() == bytes.size()) {
      std::memcpy(theirs.data(), vector_.text_at(0).data(), theirs.size());
      same = IssueWeights::builtin().same(phrase.signs, signs, bytes, theirs);
      vector_.start();
    }
    if (same >= kSame && (!best || same > best->same)) best = Best{issue, same};
  }
  return best;
}

Issues::Place Issues::add(const Record& record, const Position& position, std::span<const float> vector,
                          const From& from) {
  const IssuePhrase phrase = read_issue(record, position);
  std::optional<std::int64_t> actor;
  if (phrase.actor && *phrase.actor < from.actors.size()) {
    // People of one name who could not be joined are one as a matter that others speak of.
    actor = from.actors[*phrase.actor];
    if (namesake_.start().number(*actor).step() && !namesake_.is_null(0)) actor = namesake_.number_at(0);
    namesake_.start();
  }
  std::string key = fold_name(position.issue);
  if (key.empty()) key = position.issue;
  // The same words, but whom they mean is another's, or another story's.
  key += '|' + write_codes(phrase.signs.actors) + '|' +
         (phrase.is_of_story ? std::to_string(from.story) : phrase.context);
  if (actor) key += '@' + std::to_string(*actor);
  Place place;
  if (by_key_.start().text(key).step()) {
    place = {by_key_.number_at(0), by_key_.number_at(1)};
    by_key_.start();
  } else {
    std::optional<Best> best;
    if (!actor) {
      best = find(phrase, vector, from.story);
    } else if (by_actor_.start().number(*actor).step()) {
      best = Best{by_actor_.number_at(0), 1};
      by_actor_.start();
    }
    place.issue = best ? best->issue : 0;
    if (!best) {
      begin_.start().text(position.issue).run();
      place.issue = database_.last_row();
    }
    std::optional<std::int64_t> number;
    if (!vector.empty()) number = vectors_.add(VectorKind::kIssue, place.issue, vector);
    phrase_.start().number(place.issue).text(position.issue).text(key).text(write_signs(phrase.signs))
        .text(phrase.context);
    if (phrase.is_of_story) phrase_.number(from.story);
    else phrase_.nothing();
    phrase_.maybe(actor).real(best ? best->same : 1).maybe(number).run();
    place.phrase = database_.last_row();
    words_.start().number(place.phrase).text(position.issue).run();
    for (const std::int64_t sign : sign_hashes(phrase.signs)) sign_.start().number(sign).number(place.phrase).run();
  }
  count_.start().number(place.issue).maybe(from.day).run();
  return place;
}

namespace {

// One batch; false where nothing is left.
bool catch_up_batch(Database& database, Issues& issues, Changes& changes) {
  RecordLoader loader(database);
  Query waiting(database, "SELECT DISTINCT article FROM positions WHERE issue = 0 LIMIT ?");
  Query story(database, "SELECT story, original IS NULL FROM articles WHERE article = ?");
  Query actors(database, "SELECT actor FROM article_actors WHERE article = ? ORDER BY number");
  Query rows(database, "SELECT position, day, holder FROM positions WHERE article = ? ORDER BY number");
  Query keep(database, "UPDATE positions SET issue = ?, phrase = ? WHERE position = ?");
  std::vector<std::int64_t> articles;
  for (waiting.start().number(kBatch); waiting.step();) articles.push_back(waiting.number_at(0));
  for (const std::int64_t article : articles) {
    const Result<Record> record = loader.load(article);
    if (!record) break;  // the database's trouble
    if (!story.start().number(article).step()) break;
    const std::int64_t its_story = story.number_at(0);
    const bool is_original = story.number_at(1) != 0;
    std::vector<std::int64_t> known;
    for (actors.start().number(article); actors.step();) known.push_back(actors.number_at(0));
    std::vector<Changes::Place> places;
    for (rows.start().number(article); rows.step();) {
      places.push_back({rows.number_at(0), rows.number_at(2), 0, its_story, rows.maybe_text(1)});
    }
    for (std::size_t i = 0; i < places.size() && i < record.value().positions.size(); ++i) {
      const Position& stand = record.value().positions[i];
      const Issues::Place found = issues.add(record.value(), stand, {}, {known, its_story, places[i].day});
      keep.start().number(found.issue).number(found.phrase).number(places[i].position).run();
      places[i].phrase = found.phrase;
      if (is_original) changes.add(record.value(), stand, places[i]);
    }
  }
  database.rest();
  return !articles.empty();
}

}  // namespace

Result<bool> Issues::catch_up(Database& database) {
  {
    Query waiting(database, "SELECT 1 FROM positions WHERE issue = 0 LIMIT 1");
    if (!waiting.start().step()) return true;  // as nearly always: no turn to write is waited for
  }
  VectorWriter vectors(database);
  Issues issues(database, vectors);
  Changes changes(database);
  for (bool goes_on = true; goes_on;) {
    database.run("BEGIN IMMEDIATE");
    goes_on = catch_up_batch(database, issues, changes);
    database.run("COMMIT");
    if (database.works()) continue;
    const Error error = database.trouble();
    database.clear_trouble();
    database.run("ROLLBACK");
    database.clear_trouble();
    return error;
  }
  return true;
}

}  // namespace tacitus
