#include "store/people.h"

#include <algorithm>
#include <cstdlib>

#include "store/builtin_tables.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr int kMostCandidates = 32;  // of one name; those seen last are looked at
constexpr int kEnough = 2;           // points of evidence that join two people
constexpr int kFarYears = 12;        // a gap after which a namesake is as likely

// More than a surname: within one country few share it.
bool is_whole_name(std::string_view key) { return key.find(' ') != std::string_view::npos; }

bool is_person(const Actor& actor) { return actor.kind == "person"; }

std::string joined(const std::vector<std::string>& codes) {
  std::string out;
  for (const std::string& code : codes) out += (out.empty() ? "" : ",") + code;
  return out;
}

bool share_one(std::string_view a, std::string_view b, char border) {
  const std::vector<std::string_view> others = split(b, border);
  for (const std::string_view word : split(a, border)) {
    if (std::find(others.begin(), others.end(), word) != others.end()) return true;
  }
  return false;
}

// Whether two roles have a word in common that tells something.
bool roles_agree(std::string_view a, std::string_view b) {
  const std::string folded = fold_name(b);
  const std::vector<std::string_view> others = split(folded);
  for (const std::string_view word : split(a)) {
    if (word.size() > 2 && !is_common(word) &&
        std::find(others.begin(), others.end(), word) != others.end()) {
      return true;
    }
  }
  return false;
}

// Which actors of a record are named, and not only called "the company" or "an official". An actor
// that no mention is of stands by its name alone.
std::vector<bool> named_actors(const Record& record) {
  std::vector<bool> mentioned(record.actors.size()), named(record.actors.size());
  for (const Mention& mention : record.mentions) {
    if (!mention.actor || *mention.actor >= named.size()) continue;
    mentioned[*mention.actor] = true;
    if (mention.type != MentionType::kPron && mention.type != MentionType::kNom) named[*mention.actor] = true;
  }
  for (std::size_t i = 0; i < named.size(); ++i) {
    const std::string& kind = record.actors[i].kind;
    if (!mentioned[i] || kind == "country" || kind == "place") named[i] = true;
  }
  return named;
}

// "The government" of a country is one body in all articles.
bool is_state_body(const Actor& actor, std::string_view key) {
  if (actor.kind != "organization" || !actor.country) return false;
  for (const std::string_view noun : split(k_state_bodies_tsv, '\n')) {
    if (noun.front() != '#' && key.ends_with(noun) &&
        (key.size() == noun.size() || key[key.size() - noun.size() - 1] == ' ')) {
      return true;
    }
  }
  return false;
}

int year(std::string_view day) { return std::atoi(std::string(day.substr(0, 4)).c_str()); }

}  // namespace

std::string name_key(const Actor& actor) {
  std::string folded = fold_name(actor.name);
  if (!is_person(actor)) return folded;
  const std::vector<std::string_view> words = split(folded);
  std::string key;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool inside = i > 0 && i + 1 < words.size();
    if (inside && words[i].size() == 1) continue;  // John F. Smith
    key += (key.empty() ? "" : " ") + std::string(words[i]);
  }
  return key;
}

People::People(Database& database)
    : database_(database),
      by_key_(database, "SELECT actor, key, country, sectors, first_day, last_day FROM actors "
                        "WHERE key = ? AND kind = ? ORDER BY last_day DESC, actor LIMIT ?"),
      by_surname_(database, "SELECT actor, key, country, sectors, first_day, last_day FROM actors "
                            "WHERE surname = ? AND kind = 'person' AND country = ? "
                            "ORDER BY last_day DESC, actor LIMIT ?"),
      roles_(database, "SELECT role FROM actor_roles WHERE actor = ? LIMIT 20"),
      company_(database, "SELECT 1 FROM article_actors mine JOIN article_actors theirs USING(article) "
                         "JOIN actors other ON other.actor = theirs.actor "
                         "WHERE mine.actor = ? AND other.key = ? AND other.kind = 'organization' LIMIT 1"),
      insert_(database, "INSERT INTO actors(name, kind, country, sectors, code, key, surname, "
                        "first_day, last_day, articles) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"),
      update_(database,
              "UPDATE actors SET articles = articles + 1, country = coalesce(country, ?2), "
              "sectors = coalesce(sectors, ?3), code = coalesce(code, ?4), "
              "first_day = CASE WHEN first_day IS NULL OR ?5 < first_day THEN coalesce(?5, first_day) "
              "ELSE first_day END, "
              "last_day = CASE WHEN last_day IS NULL OR ?5 > last_day THEN coalesce(?5, last_day) "
              "ELSE last_day END WHERE actor = ?1"),
      name_(database, "INSERT INTO actor_names VALUES(?, ?, 1) "
                      "ON CONFLICT DO UPDATE SET articles = articles + 1"),
      word_(database, "INSERT OR IGNORE INTO actor_words VALUES(?, ?)"),
      role_(database, "INSERT INTO actor_roles VALUES(?1, ?2, ?3, ?3, 1) ON CONFLICT DO UPDATE SET "
                      "articles = articles + 1, "
                      "first_day = CASE WHEN ?3 IS NULL THEN first_day WHEN first_day IS NULL THEN ?3 "
                      "ELSE min(first_day, ?3) END, "
                      "last_day = CASE WHEN ?3 IS NULL THEN last_day WHEN last_day IS NULL THEN ?3 "
                      "ELSE max(last_day, ?3) END"),
      link_(database, "INSERT INTO article_actors VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

std::vector<People::Known> People::candidates(const Actor& actor, const std::string& key) {
  std::vector<Known> found;
  Query* query = &by_key_;
  if (is_person(actor) && !is_whole_name(key)) {
    // A surname alone: only somebody of the same country can be meant.
    if (!actor.country) return found;
    query = &by_surname_;
    query->start().text(key).text(*actor.country).number(kMostCandidates);
  } else {
    query->start().text(key).text(actor.kind).number(kMostCandidates);
  }
  while (query->step()) {
    found.push_back({query->number_at(0), std::string(query->text_at(1)), query->maybe_text(2),
                     query->maybe_text(3), query->maybe_text(4), query->maybe_text(5)});
  }
  return found;
}

// Points for and against that a person is one of the archive. -1 rules it out.
int People::evidence(const Actor& actor, bool is_whole, const Known& known,
                     const std::vector<std::string>& company, const std::optional<std::string>& day) {
  if (actor.country && known.country && *actor.country != *known.country) return -1;
  int points = 0;
  if (actor.country && known.country) points += is_whole ? 2 : 1;
  const std::string sectors = joined(actor.sectors);
  if (!sectors.empty() && known.sectors) points += share_one(sectors, *known.sectors, ',') ? 1 : -1;
  if (actor.role) {
    const std::string role = fold_name(*actor.role);
    bool agrees = false;
    for (roles_.start().number(known.id); roles_.step();) {
      agrees = agrees || roles_agree(role, roles_.text_at(0));
    }
    points += agrees;
  }
  for (const std::string& body : company) {  // a body that both have stood beside
    if (points >= kEnough) break;
    if (company_.start().number(known.id).text(body).step()) {
      ++points;
      break;
    }
  }
  if (day && known.last_day && known.first_day) {
    const int gap = std::max(year(*day) - year(*known.last_day), year(*known.first_day) - year(*day));
    points -= gap > kFarYears;
  }
  return points;
}

std::optional<std::int64_t> People::find(const Actor& actor, const std::string& key,
                                         const std::vector<std::string>& company,
                                         const std::optional<std::string>& day) {
  const std::vector<Known> known = candidates(actor, key);
  if (!is_person(actor)) {
    // A body, country or group has its name to itself within a country.
    for (const Known& one : known) {
      if (one.country == actor.country) return one.id;
    }
    // One of which no country is known may be that of any: joined where there is only one.
    if (known.size() == 1 && (!actor.country || !known[0].country)) return known[0].id;
    return std::nullopt;
  }
  std::vector<const Known*> best;
  int most = kEnough;
  for (const Known& one : known) {
    const int points = evidence(actor, is_whole_name(key), one, company, day);
    if (points < most) continue;
    if (points > most) best.clear();
    most = points;
    best.push_back(&one);
  }
  if (best.empty()) return std::nullopt;
  // Two who fit alike are not told apart by taking the first; but one whom earlier articles told too
  // little of may stand there several times.
  const auto comes_first = [](const Known* a, const Known* b) {
    return std::pair(!is_whole_name(a->key), a->id) < std::pair(!is_whole_name(b->key), b->id);
  };
  const Known* const first = *std::min_element(best.begin(), best.end(), comes_first);
  for (const Known* const one : best) {
    if (!may_be_one(*one, *first)) return std::nullopt;
  }
  return first->id;
}

// Whether nothing that is known of them tells two of the archive apart.
bool People::may_be_one(const Known& a, const Known& b) {
  if (a.key != b.key && is_whole_name(a.key) && is_whole_name(b.key)) return false;
  if (a.country != b.country) return false;
  return !a.sectors || !b.sectors || share_one(*a.sectors, *b.sectors, ',');
}

std::int64_t People::make(const Actor& actor, const std::string& key, bool is_named,
                          const std::optional<std::string>& day) {
  const std::string sectors = joined(actor.sectors);
  insert_.start().text(actor.name).text(actor.kind).maybe(actor.country);
  if (sectors.empty()) insert_.nothing();
  else insert_.text(sectors);
  insert_.maybe(actor.code).text(is_named ? key : "");  // nobody is joined to an unnamed one
  if (is_person(actor) && is_named) insert_.text(key.substr(key.rfind(' ') + 1));
  else insert_.nothing();
  insert_.maybe(day).maybe(day).run();
  return database_.last_row();
}

void People::note(std::int64_t id, const Actor& actor, bool is_new, const std::optional<std::string>& day) {
  if (!is_new) {
    const std::string sectors = joined(actor.sectors);
    update_.start().number(id).maybe(actor.country);
    if (sectors.empty()) update_.nothing();
    else update_.text(sectors);
    update_.maybe(actor.code).maybe(day).run();
  }
  name_.start().number(id).text(actor.name).run();
  const std::string folded = fold_name(actor.name);
  for (const std::string_view word : split(folded)) word_.start().text(word).number(id).run();
  if (actor.role) role_.start().number(id).text(*actor.role).maybe(day).run();
}

std::vector<std::int64_t> People::add(const Record& record, std::int64_t article,
                                      const std::optional<std::string>& day) {
  constexpr std::size_t kMostCompany = 8;
  std::vector<std::string> company;  // keys of the bodies of this article
  const std::vector<bool> named = named_actors(record);
  for (std::size_t i = 0; i < record.actors.size() && company.size() < kMostCompany; ++i) {
    if (named[i] && record.actors[i].kind == "organization") company.push_back(name_key(record.actors[i]));
  }
  std::vector<std::int64_t> ids;
  std::vector<bool> is_new;
  ids.reserve(record.actors.size());
  for (std::size_t i = 0; i < record.actors.size(); ++i) {
    const Actor& actor = record.actors[i];
    const std::string key = name_key(actor);
    const bool is_named = named[i] || is_state_body(actor, key);
    std::int64_t id = 0;
    if (!key.empty() && is_named) id = find(actor, key, company, day).value_or(0);
    // Two actors of one article are two: the record has told them apart.
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) id = 0;
    is_new.push_back(id == 0);
    ids.push_back(id != 0 ? id : make(actor, key, is_named, day));
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Actor& actor = record.actors[i];
    note(ids[i], actor, is_new[i], day);
    const std::string sectors = joined(actor.sectors);
    link_.start().number(article).number(static_cast<std::int64_t>(i)).number(ids[i])
        .text(actor.name).text(actor.kind).maybe(actor.country);
    if (sectors.empty()) link_.nothing();
    else link_.text(sectors);
    link_.maybe(actor.role).maybe(actor.code).run();
  }
  return ids;
}

}  // namespace tacitus
