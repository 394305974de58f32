#include "store/schema.h"

namespace tacitus {
namespace {

// Form 1. Places in a text are counted in code points, as in the record. Lists of spans and of
// numbers are JSON; lists of codes have commas between. Days are YYYY-MM-DD.
constexpr const char* kFirst = R"sql(
CREATE TABLE articles(
  article INTEGER PRIMARY KEY,
  id TEXT NOT NULL, url TEXT, source TEXT, author TEXT, language TEXT, title TEXT,
  published TEXT, published_from TEXT, modified TEXT, day TEXT,
  read INTEGER NOT NULL, has_places INTEGER NOT NULL,
  original INTEGER REFERENCES articles, story INTEGER REFERENCES stories,
  text_hash INTEGER NOT NULL, body_start INTEGER NOT NULL, text TEXT NOT NULL);
CREATE UNIQUE INDEX articles_once ON articles(coalesce(url, id), text_hash);
CREATE INDEX articles_day ON articles(day);
CREATE INDEX articles_story ON articles(story);
CREATE INDEX articles_original ON articles(original) WHERE original IS NOT NULL;
CREATE TABLE inputs(hash INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles);

CREATE TABLE sentences(
  article INTEGER NOT NULL, number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(article, number)) WITHOUT ROWID;
CREATE TABLE mentions(
  article INTEGER NOT NULL, number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, type INTEGER NOT NULL, own_actor INTEGER,
  PRIMARY KEY(article, number)) WITHOUT ROWID;
CREATE TABLE times(
  article INTEGER NOT NULL, number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, type INTEGER NOT NULL, value TEXT, mod TEXT,
  PRIMARY KEY(article, number)) WITHOUT ROWID;
CREATE TABLE places(
  article INTEGER NOT NULL, number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  name TEXT NOT NULL, country TEXT, admin1 TEXT, lat REAL, lon REAL, geonameid INTEGER,
  PRIMARY KEY(article, number)) WITHOUT ROWID;
CREATE INDEX places_geonameid ON places(geonameid) WHERE geonameid IS NOT NULL;

CREATE TABLE actors(
  actor INTEGER PRIMARY KEY,
  name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sectors TEXT, code TEXT,
  key TEXT NOT NULL, surname TEXT,
  first_day TEXT, last_day TEXT, articles INTEGER NOT NULL);
CREATE INDEX actors_key ON actors(key);
CREATE INDEX actors_surname ON actors(surname) WHERE surname IS NOT NULL;
CREATE TABLE actor_names(
  actor INTEGER NOT NULL, name TEXT NOT NULL, articles INTEGER NOT NULL,
  PRIMARY KEY(actor, name)) WITHOUT ROWID;
CREATE TABLE actor_words(
  word TEXT NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY(word, actor)) WITHOUT ROWID;
CREATE TABLE actor_roles(
  actor INTEGER NOT NULL, role TEXT NOT NULL, first_day TEXT, last_day TEXT,
  articles INTEGER NOT NULL, PRIMARY KEY(actor, role)) WITHOUT ROWID;
CREATE TABLE article_actors(
  article INTEGER NOT NULL, number INTEGER NOT NULL, actor INTEGER NOT NULL REFERENCES actors,
  name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sectors TEXT, role TEXT, code TEXT,
  PRIMARY KEY(article, number)) WITHOUT ROWID;
CREATE INDEX article_actors_actor ON article_actors(actor, article);

CREATE TABLE statements(
  statement INTEGER PRIMARY KEY,
  article INTEGER NOT NULL, number INTEGER NOT NULL, sentence INTEGER NOT NULL, kind TEXT NOT NULL,
  own_actor INTEGER, own_actors TEXT, speaker INTEGER REFERENCES actors, day TEXT,
  source TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL, quoted TEXT,
  addressee TEXT, about TEXT, time INTEGER, place INTEGER, within INTEGER,
  polarity TEXT, certainty TEXT);
CREATE INDEX statements_article ON statements(article, number);
CREATE INDEX statements_day ON statements(day);
CREATE TABLE speakers(
  actor INTEGER NOT NULL, statement INTEGER NOT NULL,
  PRIMARY KEY(actor, statement)) WITHOUT ROWID;

CREATE TABLE events(
  event INTEGER PRIMARY KEY,
  article INTEGER NOT NULL, number INTEGER NOT NULL, sentence INTEGER NOT NULL,
  root TEXT NOT NULL, mode TEXT NOT NULL, contexts TEXT NOT NULL,
  own_actors TEXT NOT NULL, own_recipients TEXT NOT NULL, trigger TEXT NOT NULL,
  date TEXT, place INTEGER, status TEXT NOT NULL, goldstein REAL, cameo TEXT NOT NULL,
  statement INTEGER, pair INTEGER, day TEXT);
CREATE INDEX events_article ON events(article, number);
CREATE TABLE daily_events(
  daily_event INTEGER PRIMARY KEY,
  day TEXT, source TEXT NOT NULL, target TEXT NOT NULL,
  root TEXT NOT NULL, cameo TEXT NOT NULL, status TEXT NOT NULL,
  source_country TEXT, target_country TEXT, goldstein REAL,
  reports INTEGER NOT NULL, originals INTEGER NOT NULL, event INTEGER NOT NULL REFERENCES events,
  UNIQUE(day, source, target, root, cameo, status));
CREATE INDEX daily_events_source ON daily_events(source_country, target_country, day);
CREATE INDEX daily_events_target ON daily_events(target_country, day);
CREATE INDEX daily_events_day ON daily_events(day);
CREATE TABLE reports(
  daily_event INTEGER NOT NULL, event INTEGER NOT NULL, actor INTEGER, recipient INTEGER);
CREATE INDEX reports_daily_event ON reports(daily_event);
CREATE INDEX reports_actor ON reports(actor) WHERE actor IS NOT NULL;
CREATE INDEX reports_recipient ON reports(recipient) WHERE recipient IS NOT NULL;

CREATE TABLE issues(
  issue INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
  first_day TEXT, last_day TEXT, positions INTEGER NOT NULL);
CREATE TABLE positions(
  position INTEGER PRIMARY KEY,
  article INTEGER NOT NULL, number INTEGER NOT NULL, sentence INTEGER NOT NULL,
  own_actor INTEGER NOT NULL, holder INTEGER NOT NULL REFERENCES actors, stance TEXT NOT NULL,
  text TEXT NOT NULL, issue INTEGER NOT NULL REFERENCES issues, span TEXT,
  statement INTEGER, event INTEGER, date TEXT, day TEXT);
CREATE INDEX positions_article ON positions(article, number);
CREATE INDEX positions_holder ON positions(holder, issue, day);
CREATE INDEX positions_issue ON positions(issue, day);

CREATE TABLE sketches(article INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
CREATE TABLE sketch_keys(
  hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(hash, article)) WITHOUT ROWID;
CREATE TABLE stories(
  story INTEGER PRIMARY KEY, lead INTEGER NOT NULL REFERENCES articles,
  first_day TEXT, last_day TEXT, articles INTEGER NOT NULL, originals INTEGER NOT NULL);
CREATE INDEX stories_last_day ON stories(last_day);
CREATE TABLE story_words(
  word INTEGER NOT NULL, day INTEGER NOT NULL, article INTEGER NOT NULL, weight REAL NOT NULL,
  PRIMARY KEY(word, day, article)) WITHOUT ROWID;
CREATE TABLE word_counts(word INTEGER PRIMARY KEY, articles INTEGER NOT NULL);

CREATE TABLE vectors(
  vector INTEGER PRIMARY KEY, kind INTEGER NOT NULL, owner INTEGER NOT NULL,
  numbers BLOB NOT NULL);
CREATE TABLE vector_signs(block INTEGER PRIMARY KEY, kinds BLOB NOT NULL, signs BLOB NOT NULL);

CREATE VIRTUAL TABLE article_words USING fts5(
  title, body, content='', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5(
  content, content='', tokenize='porter unicode61 remove_diacritics 2');
)sql";

// Form 2: questions look at a statement's day and article without its row.
constexpr const char* kSecond = "CREATE INDEX statement_days ON statements(statement, day, article)";

// Form 3: phrases of many articles that mean the same become one issue; Issues::catch_up() finds those of
// the positions that are there (issue 0 until then).
constexpr const char* kIssues = R"sql(
DROP TABLE issues;
CREATE TABLE issues(
  issue INTEGER PRIMARY KEY, name TEXT NOT NULL, first_day TEXT, last_day TEXT,
  positions INTEGER NOT NULL);
CREATE TABLE issue_phrases(
  phrase INTEGER PRIMARY KEY, issue INTEGER NOT NULL REFERENCES issues,
  text TEXT NOT NULL, key TEXT NOT NULL UNIQUE, signs TEXT NOT NULL, context TEXT,
  story INTEGER, actor INTEGER REFERENCES actors, same REAL NOT NULL, vector INTEGER);
CREATE INDEX issue_phrases_actor ON issue_phrases(actor) WHERE actor IS NOT NULL;
CREATE INDEX issue_phrases_issue ON issue_phrases(issue);
CREATE TABLE issue_signs(
  sign INTEGER NOT NULL, phrase INTEGER NOT NULL, PRIMARY KEY(sign, phrase)) WITHOUT ROWID;
CREATE VIRTUAL TABLE issue_words USING fts5(
  text, content='', tokenize='porter unicode61 remove_diacritics 2');
ALTER TABLE positions ADD COLUMN phrase INTEGER;
UPDATE positions SET issue = 0;
CREATE INDEX positions_phrase ON positions(phrase);
CREATE INDEX positions_waiting ON positions(article) WHERE issue = 0;
CREATE TABLE clear_stands(
  sign INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY(sign, position)) WITHOUT ROWID;
CREATE TABLE changes(
  after INTEGER NOT NULL, before INTEGER NOT NULL, day TEXT NOT NULL, sureness REAL NOT NULL,
  PRIMARY KEY(after, before)) WITHOUT ROWID;
CREATE INDEX changes_day ON changes(day);
)sql";

constexpr const char* kMigrations[] = {kFirst, kSecond, kIssues};

std::int64_t ask(Database& database, const char* sql) {
  Query query(database, sql);
  return query.start().step() ? query.number_at(0) : 0;
}

}  // namespace

std::span<const char* const> migrations() { return kMigrations; }

Result<bool> needs_migration(Database& database, std::span<const char* const> steps) {
  const std::int64_t application = ask(database, "PRAGMA application_id");
  const std::int64_t form = ask(database, "PRAGMA user_version");
  const std::int64_t tables = ask(database, "SELECT count(*) FROM sqlite_schema");
  if (!database.works()) return database.trouble();
  const auto newest = static_cast<std::int64_t>(steps.size());
  if (application == 0 && form == 0 && tables == 0) return true;
  if (application != kApplicationId) {
    return Error{ErrorCode::kBadInput, database.path() + ": is another program's database, not an archive"};
  }
  if (form < 1 || form > newest) {
    return Error{ErrorCode::kBadInput,
                 database.path() + ": is an archive of form " + std::to_string(form) +
                     ", made by a newer tacitus; this one knows forms up to " + std::to_string(newest)};
  }
  return form < newest;
}

Result<int> migrate(Database& database, std::span<const char* const> steps) {
  database.run("BEGIN IMMEDIATE");
  const auto give_up = [&](Error error) {
    database.clear_trouble();
    database.run("ROLLBACK");
    return error;
  };
  if (!database.works()) return database.trouble();
  const Result<bool> missing = needs_migration(database, steps);  // nobody can change it now
  if (!missing) return give_up(missing.error());
  const auto before = static_cast<int>(ask(database, "PRAGMA user_version"));
  for (std::size_t i = static_cast<std::size_t>(before); i < steps.size(); ++i) {
    database.run(steps[i]);
  }
  database.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  database.run(("PRAGMA user_version = " + std::to_string(steps.size())).c_str());
  database.run("COMMIT");
  if (!database.works()) return give_up(database.trouble());
  return before;
}

}  // namespace tacitus
