#include "store/write.h"

#include <algorithm>

#include "base/utf8.h"
#include "record/event_page.h"
#include "record/position_page.h"
#include "store/lists.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr std::size_t kMostPairs = 64;  // of sides of one event; a list of names is cut there
constexpr std::uint32_t kNobody = ~0u;

std::int64_t wide(std::size_t number) { return static_cast<std::int64_t>(number); }

Query& codes(Query& query, const std::vector<std::string>& list) {
  return query.text(write_codes(list));
}

// How a side of an event is counted: by its code, else its country, else its name.
std::string side(const Actor& actor) {
  if (actor.code) return *actor.code;
  if (actor.country) return *actor.country;
  return fold_name(actor.name);
}

std::string_view kind_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::kDirect: return "direct";
    case StatementKind::kIndirect: return "indirect";
    case StatementKind::kMixed: return "mixed";
  }
  return "";
}

}  // namespace

struct ArticleWriter::Place {
  explicit Place(const Offsets& of) : offsets(of) {}
  const Offsets& offsets;
  std::int64_t article = 0;
  std::optional<std::string> day;
  std::vector<std::int64_t> actors;  // the archive's, of each of the record's
  std::int64_t story = 0;
  bool is_original = true;
};

ArticleWriter::ArticleWriter(Database& database)
    : database_(database), people_(database), comparison_(database), duplicates_(database), stories_(database),
      vectors_(database), issues_(database, vectors_), changes_(database),
      find_input_(database, "SELECT 1 FROM inputs WHERE hash = ?"),
      keep_input_(database, "INSERT OR IGNORE INTO inputs VALUES(?, ?)"),
      find_article_(database, "SELECT article FROM articles WHERE coalesce(url, id) = ? AND text_hash = ?"),
      article_(database, "INSERT INTO articles(id, url, source, author, language, title, published, "
                         "published_from, modified, day, read, has_places, text_hash, body_start, text, "
                         "article, original, story) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      next_(database, "SELECT coalesce(max(article), 0) + 1 FROM articles"),
      words_(database, "INSERT INTO article_words(rowid, title, body) VALUES(?, ?, ?)"),
      sentence_(database, "INSERT INTO sentences VALUES(?, ?, ?, ?)"),
      mention_(database, "INSERT INTO mentions VALUES(?, ?, ?, ?, ?, ?)"),
      time_(database, "INSERT INTO times VALUES(?, ?, ?, ?, ?, ?, ?)"),
      place_(database, "INSERT INTO places VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      statement_(database, "INSERT INTO statements(article, number, sentence, kind, own_actor, "
                           "own_actors, speaker, day, source, cue, content, quoted, addressee, about, "
                           "time, place, within, polarity, certainty) "
                           "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      speaker_(database, "INSERT OR IGNORE INTO speakers VALUES(?, ?)"),
      said_words_(database, "INSERT INTO statement_words(rowid, content) VALUES(?, ?)"),
      event_(database, "INSERT INTO events(article, number, sentence, root, mode, contexts, own_actors, "
                       "own_recipients, trigger, date, place, status, goldstein, cameo, statement, "
                       "pair, day) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_daily_(database, "SELECT daily_event FROM daily_events WHERE day = ? AND source = ? "
                            "AND target = ? AND root = ? AND cameo = ? AND status = ?"),
      daily_(database, "INSERT INTO daily_events(day, source, target, root, cameo, status, "
                       "source_country, target_country, goldstein, reports, originals, event) "
                       "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"),
      count_daily_(database, "UPDATE daily_events SET reports = reports + 1, "
                             "originals = originals + ? WHERE daily_event = ?"),
      report_(database, "INSERT INTO reports VALUES(?, ?, ?, ?)"),
      position_(database, "INSERT INTO positions(article, number, sentence, own_actor, holder, stance, "
                          "text, issue, phrase, span, statement, event, date, day) "
                          "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

bool ArticleWriter::has_input(std::uint64_t input) {
  const bool found = find_input_.start().number(static_cast<std::int64_t>(input)).step();
  find_input_.start();  // holds no read transaction open
  return found;
}

bool ArticleWriter::add(const Entry& entry) {
  const Record& record = entry.record;
  const Article& article = record.article;
  const auto keep_input = [&](std::int64_t id) {
    if (entry.input != 0) {
      keep_input_.start().number(static_cast<std::int64_t>(entry.input)).number(id).run();
    }
  };
  const auto text_hash = static_cast<std::int64_t>(stable_hash(article.text));
  find_article_.start().text(article.url ? *article.url : article.id).number(text_hash);
  if (find_article_.step()) {
    keep_input(find_article_.number_at(0));
    find_article_.start();
    return false;
  }
  const Offsets offsets(article.text);
  Place place(offsets);
  place.day = whole_day(article.published);
  if (!next_.start().step()) return false;
  place.article = next_.number_at(0);
  next_.run();

  const std::string_view body = std::string_view(article.text).substr(
      std::min<std::size_t>(article.body_start, article.text.size()));
  const std::string_view title = article.title ? std::string_view(*article.title) : std::string_view();
  comparison_.turn_to(title, body, place.day ? day_number(*place.day) : std::nullopt);
  const std::optional<std::int64_t> original = duplicates_.add(place.article, comparison_);
  place.is_original = !original;
  place.story = stories_.add(place.article, title, body, place.day, original, comparison_);
  article_.start().text(article.id).maybe(article.url).maybe(article.source).maybe(article.author)
      .maybe(article.language).maybe(article.title).maybe(article.published)
      .maybe(article.published_from).maybe(article.modified).maybe(place.day).number(record.is_read)
      .number(record.has_places).number(text_hash).number(offsets.to_code_point(article.body_start))
      .text(article.text).number(place.article).maybe(original).number(place.story).run();
  keep_input(place.article);
  words_.start().number(place.article).text(title).text(body).run();

  place.actors = people_.add(record, place.article, place.day);
  write_spans_of(record, place);
  write_statements(entry, place);
  write_events(record, place);
  write_positions(entry, place);
  return database_.works();
}

void ArticleWriter::write_spans_of(const Record& record, const Place& place) {
  const auto begin = [&](Query& query, std::size_t number, Span span) -> Query& {
    return query.start().number(place.article).number(wide(number))
        .number(place.offsets.to_code_point(span.begin)).number(place.offsets.to_code_point(span.end));
  };
  for (std::size_t i = 0; i < record.sentences.size(); ++i) begin(sentence_, i, record.sentences[i]).run();
  for (std::size_t i = 0; i < record.mentions.size(); ++i) {
    const Mention& mention = record.mentions[i];
    begin(mention_, i, mention.span).number(static_cast<std::int64_t>(mention.type)).maybe(mention.actor).run();
  }
  for (std::size_t i = 0; i < record.times.size(); ++i) {
    const Time& time = record.times[i];
    begin(time_, i, time.span).number(static_cast<std::int64_t>(time.type)).maybe(time.value).maybe(time.mod).run();
  }
  for (std::size_t i = 0; i < record.places.size(); ++i) {
    const tacitus::Place& where = record.places[i];
    begin(place_, i, where.span).text(where.name).maybe(where.country).maybe(where.admin1)
        .maybe(where.lat).maybe(where.lon).maybe(where.geonameid).run();
  }
}

void ArticleWriter::write_statements(const Entry& entry, const Place& place) {
  const Record& record = entry.record;
  for (std::size_t i = 0; i < record.statements.size(); ++i) {
    const Statement& said = record.statements[i];
    const auto spans = [&](const std::vector<Span>& list) { return write_spans(list, place.offsets); };
    const auto maybe_span = [&](const std::optional<Span>& span) {
      if (span) statement_.text(spans({*span}));
      else statement_.nothing();
    };
    std::optional<std::string> day = place.day;
    if (said.time && *said.time < record.times.size()) {
      if (const auto own = whole_day(record.times[*said.time].value)) day = own;
    }
    statement_.start().number(place.article).number(wide(i)).number(said.sentence)
        .text(kind_of(said.kind)).maybe(said.actor);
    if (said.actors.empty()) statement_.nothing();
    else statement_.text(write_numbers(said.actors));
    const bool known = said.actor && *said.actor < place.actors.size();
    if (known) statement_.number(place.actors[*said.actor]);
    else statement_.nothing();
    statement_.maybe(day).text(spans(said.source)).text(spans(said.cue)).text(spans(said.content));
    if (said.quoted.empty()) statement_.nothing();
    else statement_.text(spans(said.quoted));
    maybe_span(said.addressee);
    maybe_span(said.about);
    statement_.maybe(said.time).maybe(said.place).maybe(said.within).maybe(said.polarity)
        .maybe(said.certainty).run();
    const std::int64_t id = database_.last_row();
    if (known) speaker_.start().number(place.actors[*said.actor]).number(id).run();
    for (const std::uint32_t member : said.actors) {
      if (member < place.actors.size()) speaker_.start().number(place.actors[member]).number(id).run();
    }
    said_words_.start().number(id).text(text_of(said.content, record.article.text)).run();
    if (i < entry.meanings.statements.size() && !entry.meanings.statements[i].empty()) {
      vectors_.add(VectorKind::kStatement, id, entry.meanings.statements[i]);
    }
  }
}

void ArticleWriter::write_events(const Record& record, const Place& place) {
  for (std::size_t i = 0; i < record.events.size(); ++i) {
    const Event& event = record.events[i];
    std::optional<std::string> day = whole_day(event.date);
    if (!event.date) day = place.day;
    event_.start().number(place.article).number(wide(i)).number(event.sentence).text(event.root)
        .text(event.mode);
    codes(event_, event.contexts).text(write_numbers(event.actors)).text(write_numbers(event.recipients))
        .text(write_spans({event.trigger}, place.offsets)).maybe(event.date).maybe(event.place)
        .text(name_of(event.status)).maybe(event.goldstein).text(event.cameo).maybe(event.statement)
        .maybe(event.pair).maybe(day).run();
    write_reports(record, event, database_.last_row(), place);
  }
}

// Counts the event once for each pair of its sides; a side that nobody is named for is empty.
void ArticleWriter::write_reports(const Record& record, const Event& event, std::int64_t id,
                                  const Place& place) {
  const auto sides = [&](const std::vector<std::uint32_t>& actors) {
    std::vector<std::uint32_t> known;
    for (const std::uint32_t actor : actors) {
      if (actor < record.actors.size()) known.push_back(actor);
    }
    if (known.empty()) known.push_back(kNobody);
    return known;
  };
  std::optional<std::string> day = whole_day(event.date);
  if (!event.date) day = place.day;
  std::size_t pairs = 0;
  const std::vector<std::uint32_t> recipients = sides(event.recipients);
  for (const std::uint32_t source : sides(event.actors)) {
    for (const std::uint32_t target : recipients) {
      if (++pairs > kMostPairs) return;
      const Actor* from = source == kNobody ? nullptr : &record.actors[source];
      const Actor* to = target == kNobody ? nullptr : &record.actors[target];
      const std::optional<std::string> unknown;
      const auto key = [&](Query& query) -> Query& {
        return query.start().maybe(day).text(from ? side(*from) : "").text(to ? side(*to) : "")
            .text(event.root).text(event.cameo).text(name_of(event.status));
      };
      std::int64_t daily = 0;
      if (key(find_daily_).step()) {
        daily = find_daily_.number_at(0);
        find_daily_.start();
        count_daily_.start().number(place.is_original).number(daily).run();
      } else {
        key(daily_).maybe(from ? from->country : unknown).maybe(to ? to->country : unknown)
            .maybe(event.goldstein).number(place.is_original).number(id).run();
        daily = database_.last_row();
      }
      report_.start().number(daily).number(id);
      if (from) report_.number(place.actors[source]);
      else report_.nothing();
      if (to) report_.number(place.actors[target]);
      else report_.nothing();
      report_.run();
    }
  }
}

void ArticleWriter::write_positions(const Entry& entry, const Place& place) {
  const Record& record = entry.record;
  for (std::size_t i = 0; i < record.positions.size(); ++i) {
    const Position& stand = record.positions[i];
    if (stand.actor >= place.actors.size()) continue;
    std::optional<std::string> day = whole_day(stand.date);
    if (!stand.date) day = place.day;
    std::span<const float> vector;
    if (i < entry.meanings.positions.size()) vector = entry.meanings.positions[i];
    const Issues::Place issue = issues_.add(record, stand, vector, {place.actors, place.story, day});
    position_.start().number(place.article).number(wide(i)).number(stand.sentence).number(stand.actor)
        .number(place.actors[stand.actor]).text(name_of(stand.stance)).text(stand.issue)
        .number(issue.issue).number(issue.phrase);
    if (stand.issue_span) position_.text(write_spans({*stand.issue_span}, place.offsets));
    else position_.nothing();
    position_.maybe(stand.statement).maybe(stand.event).maybe(stand.date).maybe(day).run();
    if (!place.is_original) continue;  // a copy tells nothing that was not told
    changes_.add(record, stand, {database_.last_row(), place.actors[stand.actor], issue.phrase, place.story, day});
  }
}

}  // namespace tacitus
