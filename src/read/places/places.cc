// The places of an article.
#include "read/places/places.h"

#include "page/dateline.h"
#include "read/places/ranking.h"
#include "read/places/spans.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostParagraphs = 4;  // of the body, among which a dateline is looked for
constexpr std::uint32_t kDatelineBytes = 100;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Place place_of(const Reading& reading, const Gazetteer& gazetteer, const PlaceSpan& span,
               const PlaceGroup& group) {
  Place place;
  place.span = reading.span(span.tokens);
  if (group.best == kNone) {
    place.name = even_text(place.span.in(reading.text()));
    return place;
  }
  const PlaceFacts& facts = group.candidates[group.best].facts;
  place.name = facts.name.empty() ? even_text(place.span.in(reading.text())) : std::string(facts.name);
  if (const std::string_view code = gazetteer.country_code(facts.country); !code.empty()) {
    place.country = std::string(code);
  }
  if (const std::uint32_t division = gazetteer.division_place(facts.division); division != kNoPlace) {
    if (const std::string_view name = gazetteer.facts(division).name; !name.empty()) {
      place.admin1 = std::string(name);
    }
  }
  place.lat = facts.lat;
  place.lon = facts.lon;
  if (facts.geonameid != 0) place.geonameid = facts.geonameid;
  return place;
}

}  // namespace

std::uint8_t publisher_country(const Gazetteer& gazetteer, std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
  const std::string_view host = url.substr(0, url.find_first_of("/:?#"));
  const std::size_t point = host.rfind('.');
  if (point == host.npos || host.size() - point != 3) return 255;
  std::string code;
  for (const char c : host.substr(point + 1)) {
    if (!is_letter(c)) return 255;
    code += static_cast<char>(c & ~0x20);
  }
  if (code == "UK") code = "GB";
  // These are sold to everybody.
  for (const std::string_view sold : {"TV", "CO", "IO", "ME", "FM", "AI", "CC", "LY"}) {
    if (code == sold) return 255;
  }
  return gazetteer.country_of(code);
}

std::uint32_t dateline_span(const Reading& reading, const std::vector<PlaceSpan>& spans) {
  std::uint32_t paragraphs = 0;
  std::uint32_t at = 0;
  for (const Sentence& sentence : reading.document().sentences) {
    if (sentence.in_headline || !sentence.starts_paragraph) continue;
    if (++paragraphs > kMostParagraphs) break;
    const std::string_view text = reading.text().substr(sentence.span.begin, kDatelineBytes);
    const std::string_view dateline = dateline_of(text.substr(0, text.find('\n')));
    if (dateline.empty()) continue;
    const auto end = sentence.span.begin + static_cast<std::uint32_t>(dateline.size());
    while (at < spans.size() && spans[at].tokens.first < sentence.first_token) ++at;
    if (at < spans.size() && reading.span(spans[at].tokens).end <= end) return at;
  }
  return kNone;
}

FoundPlaces find_places(const Reading& reading, const Gazetteer& gazetteer, const Article& article,
                        const PlaceWeights& weights) {
  const PlaceSpans all = place_spans(reading, gazetteer, weights);
  std::vector<PlaceSpan> spans = chosen_spans(all);
  PlaceHints hints;
  hints.publisher = publisher_country(gazetteer, article.url.value_or(""));
  hints.dateline = dateline_span(reading, spans);
  const std::size_t named = spans.size();
  for (PlaceSpan& span : spans_in_bodies(reading, all, spans)) spans.push_back(std::move(span));
  const PlaceRanking ranking = rank_places(reading, gazetteer, spans, hints, weights);
  FoundPlaces found;
  found.places.reserve(named);
  for (std::uint32_t s = 0; s < named; ++s) {
    const PlaceGroup& group = ranking.groups[ranking.group_of[s]];
    found.places.push_back(place_of(reading, gazetteer, spans[s], group));
    found.tokens.push_back(spans[s].tokens);
    found.is_adjective.push_back(group.best != kNone && group.candidates[group.best].name.kind ==
                                                            PlaceNameKind::kAdjective);
  }
  if (hints.dateline != kNone) found.dateline = hints.dateline;
  return found;
}

}  // namespace tacitus
