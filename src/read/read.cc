// The room's door.
#include "read/read.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "read/actors/model_sectors.h"
#include "read/events/bound.h"
#include "read/events/events.h"
#include "read/places/bound.h"
#include "read/places/places.h"
#include "read/positions/positions.h"
#include "read/reading.h"
#include "read/statements/attributes.h"
#include "read/statements/quotes.h"
#include "read/statements/retold.h"
#include "read/statements/speakers.h"
#include "read/statements/statements.h"
#include "read/times/times.h"

namespace tacitus {
namespace {

std::vector<Span> sentence_spans(const Document& document) {
  std::vector<Span> spans;
  spans.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) spans.push_back(sentence.span);
  return spans;
}

// When it was said: the time of the cue's verb. Where the sentence names none but in what is said,
// it is the dateline's.
void add_time(const Reading& reading, const Times& times, Draft& draft) {
  Statement& statement = draft.statement;
  if (draft.cue.empty()) return;
  statement.time = times.of_verb(reading.head_of(draft.cue));
  if (statement.time || statement.within || !times.of_dateline()) return;
  const Span sentence = reading.document().sentences[statement.sentence].span;
  const auto& all = times.all();
  auto time = std::lower_bound(all.begin(), all.end(), sentence.begin,
                               [](const Time& t, std::uint32_t at) { return t.span.begin < at; });
  // No sentence that a person wrote names more; of one that does, nothing is said.
  constexpr int kMostTimes = 32;
  for (int seen = 0; time != all.end() && time->span.begin < sentence.end; ++time) {
    if (++seen > kMostTimes) return;
    const bool is_said =
        std::any_of(statement.content.begin(), statement.content.end(),
                    [&](Span content) { return content.contains(time->span); });
    const bool is_date = time->type == TimeType::kDate || time->type == TimeType::kTime;
    if (is_date && !is_said && &*time != &all[*times.of_dateline()]) return;
  }
  statement.time = times.of_dateline();
}

}  // namespace

Record read_article(Article article, const Document& document, const Names& names,
                    const Knowledge& knowledge, const Gazetteer* gazetteer,
                    const EventOptions& events, const PositionOptions& positions,
                    const AskedWitness& asked) {
  Record record;
  record.article = std::move(article);
  record.sentences = sentence_spans(document);
  // From here on the text is the record's own: the one that `document` was made from has moved.
  const std::string published = record.article.published.value_or("");
  const Reading reading(record.article.text, document, names, knowledge, published);
  const Times times(reading, record.article.published, record.article.body_start,
                    TimeGrammar::builtin());
  record.times = times.all();
  std::optional<Quotes> quotes(std::in_place, reading);
  std::vector<Draft> drafts = find_statements(reading, *quotes);
  for (Draft& draft : drafts) {
    add_attributes(reading, draft);
    add_time(reading, times, draft);
  }
  FoundPlaces places;
  if (gazetteer) places = find_places(reading, *gazetteer, record.article);
  ArticleHome home = Speakers(reading, *quotes, drafts, gazetteer ? &places : nullptr, gazetteer).run(record, asked);
  drop_retold(reading, drafts);
  quotes.reset();  // as the drafts below

  std::optional<BoundPlaces> bound;
  if (gazetteer) {
    bound.emplace(reading, places);
    for (Draft& draft : drafts) bound->bind(draft);
  }
  record.statements.reserve(drafts.size());
  for (Draft& draft : drafts) record.statements.push_back(std::move(draft.statement));
  drafts = {};  // a book's weigh as much as all that is found next
  find_events(reading, events, record);
  date_events(reading, times, record);
  tell_once(record);
  if (bound) {
    record.has_places = true;
    record.places = places.places;
    place_events(reading, *bound, record);
    bound.reset();
    places = {};
  }
  find_positions(reading, times, record, positions);
  settle_latecomers(home, record, asked);
  tell_sectors(reading, record);
  return record;
}

Record leave_unread(Article article, const Document& document) {
  Record record;
  record.article = std::move(article);
  record.is_read = false;
  record.sentences = sentence_spans(document);
  return record;
}

}  // namespace tacitus
