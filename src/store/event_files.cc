#include "store/event_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "base/utf8.h"
#include "read/record.h"
#include "store/country_codes.h"
#include "store/lists.h"

namespace tacitus {
namespace {

enum Field {
  kId, kDay, kRoot, kMode, kContexts, kGoldstein, kCameo, kReports, kArticles, kSources,
  kSource, kUrl, kArticleId, kPublished, kLanguage, kText, kBodyStart, kSentenceStart,
  kActor,      // six columns of the one side, then of the other
  kRecipient = kActor + 6,
  kPlace = kRecipient + 6,  // eight columns
  kPeople = kPlace + 8,     // of the article, as kOrganizations and kLocations
  kOrganizations, kLocations,
};
// Columns of a side and of a place, counted from its first.
constexpr int kName = 0, kCountry = 1, kSectors = 2, kRole = 3, kRawName = 4, kCode = 5;
constexpr int kPlaceName = 0, kPlaceCountry = 1, kAdmin1 = 2, kLat = 3, kLon = 4, kGeonameId = 5, kPlaceStart = 6,
              kPlaceEnd = 7;

std::string text(const Query& row, int column) {
  if (row.is_null(column)) return "";
  if (row.is_real(column)) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, row.real_at(column)).ptr};
  }
  if (row.is_number(column)) return std::to_string(row.number_at(column));
  return std::string(row.text_at(column));
}

char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::string first_code(const std::string& codes) { return codes.substr(0, codes.find(',')); }

std::string spaced(std::string codes) {  // POLECAT parts codes with semicolons
  std::replace(codes.begin(), codes.end(), ',', ';');
  return codes;
}

std::string cow_number(const std::string& country) {
  const CountryCodes* found = find_country(country);
  return found ? std::string(found->cow) : "";
}

// The words of the article that the place is named with.
std::string raw_place(const Query& row) {
  if (row.is_null(kPlace + kPlaceStart)) return "";
  const std::string_view text = row.text_at(kText);
  const Offsets offsets(text);
  const std::uint32_t begin = offsets.to_byte(static_cast<std::uint32_t>(row.number_at(kPlace + kPlaceStart)));
  const std::uint32_t end = offsets.to_byte(static_cast<std::uint32_t>(row.number_at(kPlace + kPlaceEnd)));
  return std::string(text.substr(begin, std::max(begin, end) - begin));
}

// Whether the event's sentence stands in the headline or the body's first paragraph.
bool is_in_lead(const Query& row) {
  const std::string_view text = row.text_at(kText);
  const Offsets offsets(text);
  const std::uint32_t body = offsets.to_byte(static_cast<std::uint32_t>(row.number_at(kBodyStart)));
  const std::size_t end = std::min(text.find("\n\n", body), text.find("\n ", body));
  return offsets.to_byte(static_cast<std::uint32_t>(row.number_at(kSentenceStart))) < end;
}

// GDELT's known groups are the last letters of an international body's CAMEO code: IGOBUSWTO.
std::string known_group(const std::string& code, const std::vector<std::string>& sectors) {
  if (code.size() < 6 || !code.starts_with("IGO")) return "";
  const std::string group = code.substr(code.size() - 3);
  return std::find(sectors.begin(), sectors.end(), group) == sectors.end() ? group : "";
}

// 1 country, 3 and 4 town or landmark in the United States and elsewhere. A place that has its
// division's name may be the town or the division.
std::string place_type(const std::string& name, const std::string& country, const std::string& admin1) {
  const CountryCodes* found = find_country(country);
  if (found && admin1.empty() && name == found->name) return "1";
  if (admin1.empty() || admin1 == name) return "";
  return country == "USA" ? "3" : "4";
}

}  // namespace

// People and bodies of a story are those that it names: mentions of type PERSON and ORG.
static_assert(static_cast<int>(MentionType::kPerson) == 0 && static_cast<int>(MentionType::kOrg) == 1);

const char* const kEventRows = R"sql(
SELECT d.daily_event, d.day, d.root, e.mode, e.contexts, d.goldstein, d.cameo, d.reports,
  (SELECT count(DISTINCT x.article) FROM reports y JOIN events x USING(event) WHERE y.daily_event = d.daily_event),
  (SELECT count(DISTINCT z.source) FROM reports y JOIN events x USING(event) JOIN articles z USING(article)
   WHERE y.daily_event = d.daily_event),
  a.source, a.url, a.id, a.published, a.language, a.text, a.body_start,
  (SELECT start FROM sentences WHERE article = e.article AND number = e.sentence),
  p.name, coalesce(f.country, p.country), f.sectors, f.role, f.name, coalesce(f.code, f.country),
  q.name, coalesce(t.country, q.country), t.sectors, t.role, t.name, coalesce(t.code, t.country),
  l.name, l.country, l.admin1, l.lat, l.lon, l.geonameid, l.start, l."end",
  (SELECT group_concat(name, ';') FROM article_actors n WHERE article = e.article AND kind = 'person' AND EXISTS
   (SELECT 1 FROM mentions WHERE article = e.article AND own_actor = n.number AND type = 0)),
  (SELECT group_concat(name, ';') FROM article_actors n WHERE article = e.article AND kind = 'organization' AND EXISTS
   (SELECT 1 FROM mentions WHERE article = e.article AND own_actor = n.number AND type = 1)),
  (SELECT group_concat(name, ';') FROM (SELECT DISTINCT name FROM places WHERE article = e.article ORDER BY number))
FROM daily_events d JOIN events e USING(event) JOIN articles a ON a.article = e.article
JOIN reports r ON r.rowid = (SELECT min(rowid) FROM reports WHERE daily_event = d.daily_event)
LEFT JOIN actors p ON p.actor = r.actor
LEFT JOIN actors q ON q.actor = r.recipient
LEFT JOIN article_actors f ON f.article = e.article AND f.number =
  (SELECT min(number) FROM article_actors WHERE article = e.article AND actor = r.actor)
LEFT JOIN article_actors t ON t.article = e.article AND t.number =
  (SELECT min(number) FROM article_actors WHERE article = e.article AND actor = r.recipient)
LEFT JOIN places l ON l.article = e.article AND l.number = e.place
WHERE 1)sql";

int quad_class_of_root(std::string_view root) {
  for (const std::string_view name : {"AGREE", "CONSULT", "SUPPORT"}) if (root == name) return 1;
  for (const std::string_view name : {"COOPERATE", "AID", "YIELD"}) if (root == name) return 2;
  for (const std::string_view name : {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}) if (root == name) return 3;
  for (const std::string_view name : {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}) {
    if (root == name) return 4;
  }
  return 0;
}

int quad_class_of_cameo(std::string_view cameo) {
  const int root = std::atoi(std::string(cameo.substr(0, 2)).c_str());
  if (root < 1 || root > 20) return 0;
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}

std::vector<std::string_view> polecat_columns() {
  return {"Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
          "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
          "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
          "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
          "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
          "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
          "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People",
          "Story Organizations", "Story Locations", "Language", "Version"};
}

std::vector<std::string> polecat_row(const Query& row) {
  static constexpr std::array kQuads{"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
                                     "MATERIAL CONFLICT"};
  std::vector<std::string> out{text(row, kId), text(row, kDay), text(row, kRoot), text(row, kMode),
                               text(row, kGoldstein),
                               kQuads[static_cast<std::size_t>(quad_class_of_root(row.text_at(kRoot)))],
                               spaced(text(row, kContexts))};
  for (const int side : {static_cast<int>(kActor), static_cast<int>(kRecipient)}) {
    const std::string sectors = text(row, side + kSectors);
    for (std::string value : {text(row, side + kName), text(row, side + kCountry), cow_number(text(row, side + kCountry)),
                              first_code(sectors), spaced(sectors), text(row, side + kRole),
                              text(row, side + kRawName), std::string()}) {
      out.push_back(std::move(value));
    }
  }
  for (std::string value : {text(row, kPlace + kPlaceName), std::string(), std::string(),
                            text(row, kPlace + kAdmin1), text(row, kPlace + kPlaceCountry),
                            text(row, kPlace + kLat), text(row, kPlace + kLon),
                            text(row, kPlace + kGeonameId), raw_place(row), std::string(),
                            text(row, kSource), text(row, kPublished).substr(0, 10), text(row, kPeople),
                            text(row, kOrganizations), text(row, kLocations), text(row, kLanguage),
                            std::string("tacitus " TACITUS_VERSION)}) {
    out.push_back(std::move(value));
  }
  return out;
}

std::vector<std::string> gdelt_row(const Query& row) {
  std::vector<std::string> out;
  out.reserve(61);
  const auto add = [&out](std::string value) { out.push_back(std::move(value)); };
  const auto empty = [&out](std::size_t count) { out.resize(out.size() + count); };

  // GlobalEventID, Day, MonthYear, Year, FractionDate
  std::string day = text(row, kDay);
  add(text(row, kId));
  if (day.size() == 10) {
    // GDELT's months have thirty days each
    const int month = std::atoi(day.substr(5, 2).c_str()), date = std::atoi(day.substr(8, 2).c_str());
    char digits[32];
    const int size = std::snprintf(digits, sizeof digits, "%.4f",
                                   std::atoi(day.c_str()) + static_cast<double>((month - 1) * 30 + date) / 365.0);
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    add(day);
    add(day.substr(0, 6));
    add(day.substr(0, 4));
    add(std::string(digits, static_cast<std::size_t>(size)));
  } else {
    empty(4);
  }
  // Actor1 and Actor2: Code, Name, CountryCode, KnownGroupCode, EthnicCode, Religion1Code,
  // Religion2Code, Type1Code, Type2Code, Type3Code
  for (const int side : {static_cast<int>(kActor), static_cast<int>(kRecipient)}) {
    const std::vector<std::string> sectors = read_codes(row.text_at(side + kSectors));
    const std::string code = text(row, side + kCode), country = text(row, side + kCountry);
    add(code);
    std::string name = text(row, side + kName);
    std::transform(name.begin(), name.end(), name.begin(), to_upper);
    add(std::move(name));
    // What is of no country has its code (IGO, NGO, MNC) among the types.
    const bool is_country = find_country(country) != nullptr;
    add(is_country ? country : "");
    add(known_group(code, sectors));
    empty(3);
    std::vector<std::string> types;
    if (!is_country && !country.empty()) types.push_back(country == "UNO" || country == "EUR" ? "IGO" : country);
    types.insert(types.end(), sectors.begin(), sectors.end());
    for (std::size_t i = 0; i < 3; ++i) add(i < types.size() ? types[i] : "");
  }
  // IsRootEvent, EventCode, EventBaseCode, EventRootCode, QuadClass, GoldsteinScale, NumMentions,
  // NumSources, NumArticles, AvgTone
  const std::string cameo = text(row, kCameo);
  add(is_in_lead(row) ? "1" : "0");
  add(cameo);
  add(cameo.substr(0, 3));
  add(cameo.substr(0, 2));
  const int quad = cameo.empty() ? quad_class_of_root(row.text_at(kRoot)) : quad_class_of_cameo(cameo);
  add(quad > 0 ? std::to_string(quad) : "");
  add(text(row, kGoldstein));
  add(text(row, kReports));
  const std::string sources = text(row, kSources);
  add(sources == "0" ? "" : sources);
  add(text(row, kArticles));
  empty(1);
  // Actor1Geo, Actor2Geo, ActionGeo: Type, Fullname, CountryCode (FIPS), ADM1Code, ADM2Code, Lat,
  // Long, FeatureID
  empty(16);
  const std::string place = text(row, kPlace + kPlaceName), country = text(row, kPlace + kPlaceCountry),
                    admin1 = text(row, kPlace + kAdmin1);
  const CountryCodes* codes = find_country(country);
  std::string full = place;
  if (!admin1.empty() && admin1 != place) full += ", " + admin1;
  if (codes && codes->name != place) full += ", " + std::string(codes->name);
  add(place_type(place, country, admin1));
  add(std::move(full));
  add(codes ? std::string(codes->fips) : "");
  empty(2);
  add(text(row, kPlace + kLat));
  add(text(row, kPlace + kLon));
  add(text(row, kPlace + kGeonameId));
  // DATEADDED, SOURCEURL
  empty(1);
  const std::string url = text(row, kUrl);
  add(url.empty() ? text(row, kArticleId) : url);
  return out;
}

}  // namespace tacitus
