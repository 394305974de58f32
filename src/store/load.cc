#include "store/load.h"

#include "base/utf8.h"
#include "record/event_page.h"
#include "record/position_page.h"
#include "store/lists.h"

namespace tacitus {
namespace {

// The value whose name is `name`, of those up to `last`; `last` where none is.
template <class Enum>
Enum named(std::string_view name, Enum last) {
  for (int i = 0; i < static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return last;
}

StatementKind statement_kind(std::string_view name) {
  if (name == "direct") return StatementKind::kDirect;
  return name == "mixed" ? StatementKind::kMixed : StatementKind::kIndirect;
}

Span span_at(const Query& row, const Offsets& offsets) {
  return {offsets.to_byte(static_cast<std::uint32_t>(row.number_at(0))),
          offsets.to_byte(static_cast<std::uint32_t>(row.number_at(1)))};
}

std::optional<Span> maybe_span(const Query& row, int column, const Offsets& offsets) {
  const std::vector<Span> spans = read_spans(row.text_at(column), offsets);
  return spans.empty() ? std::nullopt : std::optional(spans[0]);
}

}  // namespace

RecordLoader::RecordLoader(Database& database)
    : database_(database),
      article_(database, "SELECT id, url, source, author, language, title, published, published_from, "
                         "modified, read, has_places, text, body_start FROM articles WHERE article = ?"),
      sentences_(database, "SELECT start, \"end\" FROM sentences WHERE article = ? ORDER BY number"),
      mentions_(database, "SELECT start, \"end\", type, own_actor FROM mentions WHERE article = ? ORDER BY number"),
      actors_(database, "SELECT name, kind, country, sectors, role, code FROM article_actors "
                        "WHERE article = ? ORDER BY number"),
      statements_(database, "SELECT sentence, kind, own_actor, own_actors, source, cue, content, quoted, "
                            "addressee, about, time, place, within, polarity, certainty "
                            "FROM statements WHERE article = ? ORDER BY number"),
      events_(database, "SELECT sentence, root, mode, contexts, own_actors, own_recipients, trigger, date, "
                        "place, status, goldstein, cameo, statement, pair "
                        "FROM events WHERE article = ? ORDER BY number"),
      positions_(database, "SELECT own_actor, stance, text, span, sentence, statement, event, date "
                           "FROM positions WHERE article = ? ORDER BY number"),
      times_(database, "SELECT start, \"end\", type, value, mod FROM times WHERE article = ? ORDER BY number"),
      places_(database, "SELECT start, \"end\", name, country, admin1, lat, lon, geonameid "
                        "FROM places WHERE article = ? ORDER BY number") {}

Result<Record> RecordLoader::load(std::int64_t number) {
  Record record;
  Article& article = record.article;
  Query& head = article_;
  if (!head.start().number(number).step()) {
    if (!database_.works()) return database_.trouble();
    return Error{ErrorCode::kNotFound, database_.path() + ": there is no article " + std::to_string(number)};
  }
  article.id = head.text_at(0);
  article.url = head.maybe_text(1);
  article.source = head.maybe_text(2);
  article.author = head.maybe_text(3);
  article.language = head.maybe_text(4);
  article.title = head.maybe_text(5);
  article.published = head.maybe_text(6);
  article.published_from = head.maybe_text(7);
  article.modified = head.maybe_text(8);
  record.is_read = head.number_at(9) != 0;
  record.has_places = head.number_at(10) != 0;
  article.text = head.text_at(11);
  const Offsets offsets(article.text);
  article.body_start = offsets.to_byte(static_cast<std::uint32_t>(head.number_at(12)));
  head.start();

  for (sentences_.start().number(number); sentences_.step();) {
    record.sentences.push_back(span_at(sentences_, offsets));
  }
  for (Query& row = mentions_.start().number(number); row.step();) {
    record.mentions.push_back({span_at(row, offsets), static_cast<MentionType>(row.number_at(2)), false,
                               row.maybe_number(3)});
  }
  for (Query& row = actors_.start().number(number); row.step();) {
    record.actors.push_back({std::string(row.text_at(0)), std::string(row.text_at(1)), row.maybe_text(2),
                             read_codes(row.text_at(3)), row.maybe_text(4), row.maybe_text(5)});
  }
  for (Query& row = statements_.start().number(number); row.step();) {
    Statement said;
    said.sentence = static_cast<std::uint32_t>(row.number_at(0));
    said.kind = statement_kind(row.text_at(1));
    said.actor = row.maybe_number(2);
    said.actors = read_numbers(row.text_at(3));
    said.source = read_spans(row.text_at(4), offsets);
    said.cue = read_spans(row.text_at(5), offsets);
    said.content = read_spans(row.text_at(6), offsets);
    said.quoted = read_spans(row.text_at(7), offsets);
    said.addressee = maybe_span(row, 8, offsets);
    said.about = maybe_span(row, 9, offsets);
    said.time = row.maybe_number(10);
    said.place = row.maybe_number(11);
    said.within = row.maybe_number(12);
    said.polarity = row.maybe_text(13);
    said.certainty = row.maybe_text(14);
    record.statements.push_back(std::move(said));
  }
  for (Query& row = events_.start().number(number); row.step();) {
    Event event;
    event.sentence = static_cast<std::uint32_t>(row.number_at(0));
    event.root = row.text_at(1);
    event.mode = row.text_at(2);
    event.contexts = read_codes(row.text_at(3));
    event.actors = read_numbers(row.text_at(4));
    event.recipients = read_numbers(row.text_at(5));
    event.trigger = maybe_span(row, 6, offsets).value_or(Span{});
    event.date = row.maybe_text(7);
    event.place = row.maybe_number(8);
    event.status = named(row.text_at(9), EventStatus::kDenied);
    event.goldstein = row.maybe_real(10);
    event.cameo = row.text_at(11);
    event.statement = row.maybe_number(12);
    event.pair = row.maybe_number(13);
    record.events.push_back(std::move(event));
  }
  for (Query& row = positions_.start().number(number); row.step();) {
    Position stand;
    stand.actor = static_cast<std::uint32_t>(row.number_at(0));
    stand.stance = named(row.text_at(1), Stance::kUndecided);
    stand.issue = row.text_at(2);
    stand.issue_span = maybe_span(row, 3, offsets);
    stand.sentence = static_cast<std::uint32_t>(row.number_at(4));
    stand.statement = row.maybe_number(5);
    stand.event = row.maybe_number(6);
    stand.date = row.maybe_text(7);
    record.positions.push_back(std::move(stand));
  }
  for (Query& row = times_.start().number(number); row.step();) {
    record.times.push_back({span_at(row, offsets), static_cast<TimeType>(row.number_at(2)),
                            row.maybe_text(3), row.maybe_text(4)});
  }
  for (Query& row = places_.start().number(number); row.step();) {
    record.places.push_back({span_at(row, offsets), std::string(row.text_at(2)), row.maybe_text(3),
                             row.maybe_text(4), row.maybe_real(5), row.maybe_real(6), row.maybe_number(7)});
  }
  if (!database_.works()) return database_.trouble();
  return record;
}

}  // namespace tacitus
