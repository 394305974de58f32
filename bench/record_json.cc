#include "record_json.h"

#include <algorithm>

#include "base/utf8.h"
#include "record/event_page.h"
#include "record/position_page.h"

namespace tacitus {
namespace {

using Json = nlohmann::json;

template <class T>
std::optional<T> maybe(const Json& json, const char* key) {
  const auto at = json.find(key);
  return at == json.end() ? std::nullopt : std::optional<T>(at->get<T>());
}

template <class T>
T value(const Json& json, const char* key) {
  return json.value(key, T());
}

MentionType mention_type(const std::string& name) {
  static const std::vector<std::string> names{"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRON", "NOM"};
  return static_cast<MentionType>(std::find(names.begin(), names.end(), name) - names.begin());
}

template <class Enum>
Enum named(const std::string& name, Enum last) {
  for (int i = 0; i < static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return last;
}

}  // namespace

Record record_of_json(const Json& json) {
  Record record;
  Article& article = record.article;
  article.id = json.at("id");
  article.text = json.at("text");
  const Offsets offsets(article.text);
  const auto at = [&](const Json& number) { return offsets.to_byte(number.get<std::uint32_t>()); };
  const auto span = [&](const Json& pair) { return Span{at(pair[0]), at(pair[1])}; };
  const auto spans = [&](const Json& object, const char* key) {
    std::vector<Span> out;
    if (object.contains(key)) {
      for (const Json& pair : object[key]) out.push_back(span(pair));
    }
    return out;
  };
  const auto maybe_span = [&](const Json& object, const char* key) {
    return object.contains(key) ? std::optional(span(object[key])) : std::nullopt;
  };
  const auto start_end = [&](const Json& object) { return Span{at(object.at("start")), at(object.at("end"))}; };
  const auto list = [&](const char* key) { return json.contains(key) ? json[key] : Json::array(); };

  article.url = maybe<std::string>(json, "url");
  article.source = maybe<std::string>(json, "source");
  article.author = maybe<std::string>(json, "author");
  article.language = maybe<std::string>(json, "language");
  article.title = maybe<std::string>(json, "title");
  article.published = maybe<std::string>(json, "published");
  article.published_from = maybe<std::string>(json, "published_from");
  article.modified = maybe<std::string>(json, "modified");
  article.body_start = at(json.at("body_start"));
  record.is_read = json.value("read", true);
  record.sentences = spans(json, "sentences");
  for (const Json& one : list("mentions")) {
    record.mentions.push_back({start_end(one), mention_type(one.at("type")), false, maybe<std::uint32_t>(one, "actor")});
  }
  for (const Json& one : list("actors")) {
    record.actors.push_back({one.at("name"), one.at("kind"), maybe<std::string>(one, "country"),
                             value<std::vector<std::string>>(one, "sector"), maybe<std::string>(one, "role"),
                             maybe<std::string>(one, "code")});
  }
  for (const Json& one : list("statements")) {
    Statement said;
    said.sentence = one.at("sentence");
    const std::string kind = one.at("kind");
    said.kind = kind == "direct" ? StatementKind::kDirect
                : kind == "mixed" ? StatementKind::kMixed : StatementKind::kIndirect;
    said.source = spans(one.at("source"), "spans");
    said.actor = maybe<std::uint32_t>(one.at("source"), "actor");
    said.actors = value<std::vector<std::uint32_t>>(one.at("source"), "actors");
    said.cue = spans(one.at("cue"), "spans");
    said.content = spans(one.at("content"), "spans");
    said.quoted = spans(one, "quoted");
    said.addressee = maybe_span(one, "addressee");
    said.about = maybe_span(one, "about");
    said.time = maybe<std::uint32_t>(one, "time");
    said.place = maybe<std::uint32_t>(one, "place");
    said.within = maybe<std::uint32_t>(one, "within");
    said.polarity = maybe<std::string>(one, "polarity");
    said.certainty = maybe<std::string>(one, "certainty");
    record.statements.push_back(std::move(said));
  }
  for (const Json& one : list("events")) {
    Event event;
    event.sentence = one.at("sentence");
    event.root = value<std::string>(one, "root");
    event.mode = value<std::string>(one, "mode");
    event.contexts = value<std::vector<std::string>>(one, "contexts");
    event.actors = value<std::vector<std::uint32_t>>(one, "actors");
    event.recipients = value<std::vector<std::uint32_t>>(one, "recipients");
    event.trigger = span(one.at("trigger"));
    event.date = maybe<std::string>(one, "date");
    event.place = maybe<std::uint32_t>(one, "place");
    event.status = named(one.at("status"), EventStatus::kDenied);
    event.goldstein = maybe<double>(one, "goldstein");
    event.cameo = value<std::string>(one, "cameo");
    event.statement = maybe<std::uint32_t>(one, "statement");
    event.pair = maybe<std::uint32_t>(one, "pair");
    record.events.push_back(std::move(event));
  }
  for (const Json& one : list("positions")) {
    Position stand;
    stand.actor = one.at("actor");
    stand.stance = named(one.at("stance"), Stance::kUndecided);
    stand.issue = one.at("issue");
    stand.issue_span = maybe_span(one, "issue_span");
    stand.sentence = one.at("sentence");
    stand.statement = maybe<std::uint32_t>(one, "statement");
    stand.event = maybe<std::uint32_t>(one, "event");
    stand.date = maybe<std::string>(one, "date");
    record.positions.push_back(std::move(stand));
  }
  for (const Json& one : list("times")) {
    static const std::vector<std::string> types{"DATE", "TIME", "DURATION", "SET"};
    const auto type = std::find(types.begin(), types.end(), one.at("type").get<std::string>()) - types.begin();
    record.times.push_back({start_end(one), static_cast<TimeType>(type), maybe<std::string>(one, "value"),
                            maybe<std::string>(one, "mod")});
  }
  record.has_places = json.contains("places");
  for (const Json& one : list("places")) {
    record.places.push_back({start_end(one), one.at("name"), maybe<std::string>(one, "country"),
                             maybe<std::string>(one, "admin1"), maybe<double>(one, "lat"),
                             maybe<double>(one, "lon"), maybe<std::uint32_t>(one, "geonameid")});
  }
  return record;
}

}  // namespace tacitus
