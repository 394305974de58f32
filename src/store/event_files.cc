#include "store/event_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "store/lists.h"
#include "store/stories.h"

namespace tacitus {
namespace {

enum Field {
  kId, kDay, kRoot, kMode, kContexts, kGoldstein, kCameo, kReports, kOriginals, kArticles,
  kSource, kUrl, kArticleId, kPublished, kLanguage, kHeadline,
  kActor,      // eight columns of the one side, then of the other
  kRecipient = kActor + 8,
  kPlace = kRecipient + 8,  // name, country, admin1, lat, lon, geonameid, as it is written
};
// Columns of a side and of a place, counted from its first.
constexpr int kName = 0, kCountry = 1, kSectors = 2, kRole = 3, kRawName = 4, kCode = 5;
constexpr int kPlaceName = 0, kPlaceCountry = 1, kAdmin1 = 2, kLat = 3, kLon = 4, kGeonameId = 5;

std::string text(const Query& row, int column) {
  if (row.is_null(column)) return "";
  if (row.is_real(column)) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, row.real_at(column)).ptr};
  }
  if (row.is_number(column)) return std::to_string(row.number_at(column));
  return std::string(row.text_at(column));
}

std::string first_code(const std::string& codes) { return codes.substr(0, codes.find(',')); }

std::string spaced(std::string codes) {  // POLECAT parts codes with semicolons
  std::replace(codes.begin(), codes.end(), ',', ';');
  return codes;
}

}  // namespace

const char* const kEventRows = R"sql(
SELECT d.daily_event, d.day, d.root, e.mode, e.contexts, d.goldstein, d.cameo, d.reports, d.originals,
  (SELECT count(DISTINCT x.article) FROM reports y JOIN events x USING(event) WHERE y.daily_event = d.daily_event),
  a.source, a.url, a.id, a.published, a.language, a.title,
  p.name, coalesce(f.country, p.country), f.sectors, f.role, f.name, coalesce(f.code, f.country), p.actor, f.kind,
  q.name, coalesce(t.country, q.country), t.sectors, t.role, t.name, coalesce(t.code, t.country), q.actor, t.kind,
  l.name, l.country, l.admin1, l.lat, l.lon, l.geonameid
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
    for (std::string value : {text(row, side + kName), text(row, side + kCountry), std::string(),
                              first_code(sectors), spaced(sectors), text(row, side + kRole),
                              text(row, side + kRawName), std::string()}) {
      out.push_back(std::move(value));
    }
  }
  for (std::string value : {text(row, kPlace + kPlaceName), std::string(), std::string(),
                            text(row, kPlace + kAdmin1), text(row, kPlace + kPlaceCountry),
                            text(row, kPlace + kLat), text(row, kPlace + kLon),
                            text(row, kPlace + kGeonameId), std::string(), std::string(),
                            text(row, kSource), text(row, kPublished).substr(0, 10), std::string(),
                            std::string(), std::string(), text(row, kLanguage), std::string()}) {
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
    const std::int64_t first = day_number(day.substr(0, 4) + "-01-01").value_or(0);
    const double fraction = static_cast<double>(day_number(day).value_or(0) - first) / 365.0;
    char digits[32];
    const int size = std::snprintf(digits, sizeof digits, "%.4f", std::atoi(day.c_str()) + std::min(fraction, 0.9999));
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
    add(text(row, side + kCode));
    std::string name = text(row, side + kName);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    add(std::move(name));
    add(text(row, side + kCountry));
    empty(4);
    for (std::size_t i = 0; i < 3; ++i) add(i < sectors.size() ? sectors[i] : "");
  }
  // IsRootEvent, EventCode, EventBaseCode, EventRootCode, QuadClass, GoldsteinScale, NumMentions,
  // NumSources, NumArticles, AvgTone
  const std::string cameo = text(row, kCameo);
  empty(1);
  add(cameo);
  add(cameo.substr(0, 3));
  add(cameo.substr(0, 2));
  const int quad = cameo.empty() ? quad_class_of_root(row.text_at(kRoot)) : quad_class_of_cameo(cameo);
  add(quad > 0 ? std::to_string(quad) : "");
  add(text(row, kGoldstein));
  add(text(row, kReports));
  empty(1);
  add(text(row, kArticles));
  empty(1);
  // Actor1Geo, Actor2Geo, ActionGeo: Type, Fullname, CountryCode (FIPS), ADM1Code, ADM2Code, Lat,
  // Long, FeatureID
  empty(16);
  std::string place = text(row, kPlace + kPlaceName);
  if (const std::string admin1 = text(row, kPlace + kAdmin1); !admin1.empty()) place += ", " + admin1;
  empty(1);
  add(std::move(place));
  empty(3);
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
