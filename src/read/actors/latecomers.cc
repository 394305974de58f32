// Gives a country to actors that events and positions have brought in.
#include "read/actors/latecomers.h"

#include <algorithm>
#include <iterator>

#include "read/actors/countries.h"
#include "read/actors/unbound.h"
#include "read/reading.h"

namespace tacitus {
namespace {

// "The foreign minister" is his own state's.
bool is_office(std::string_view word, std::string_view next) {
  return word == "foreign" && (next.starts_with("minist") || next.starts_with("office") ||
                               next.starts_with("secretary") || next.starts_with("affairs"));
}

}  // namespace

bool is_nowhere(std::string_view country) {
  constexpr std::string_view kCodes[] = {"UNO", "IGO", "EUR", "NGO", "MNC", "IMG", "ISM"};
  return std::find(std::begin(kCodes), std::end(kCodes), country) != std::end(kCodes);
}

bool is_of_state(const std::vector<std::string>& sectors) {
  constexpr std::string_view kSectors[] = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY",
                                           "PTY", "OPP", "ELI"};
  return !sectors.empty() &&
         std::find(std::begin(kSectors), std::end(kSectors), sectors[0]) != std::end(kSectors);
}

bool is_abroad(std::string_view name, const std::vector<std::string>& sectors) {
  // "Party leaders" are one state's, "leaders" may be those of states.
  const bool leads_no_state = !sectors.empty() && sectors[0] != "GOV";
  std::string_view before;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    at = std::min(end + 1, name.size());
    if (is_part_of_america(before, word)) return true;
    before = word;
    if (word == "leaders" && leads_no_state) continue;
    if (is_of_other_lands(word) && !is_office(word, name.substr(at))) return true;
  }
  return false;
}

bool is_at_meeting(const ArticleHome& home, std::string_view name, std::string_view noun) {
  const bool comes = comes_to_meetings(noun);
  if (!comes && !may_attend(noun)) return false;
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  const bool is_named = name.find(" at ") != name.npos && is_gathering(last);
  return (comes && home.is_about_body) || is_named;
}

namespace {

// Whether somebody's words say that he is of no one country, or of another than the article's.
bool is_unbound(const ArticleHome& home, const Actor& actor, std::string_view name) {
  if (is_abroad(name, actor.sectors) || names_anybody(name)) return true;
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  return last.ends_with('s') && is_at_meeting(home, name, last.substr(0, last.size() - 1));
}

}  // namespace

void settle_latecomers(ArticleHome& home, Record& record, const AskedWitness& witness) {
  const std::string_view text = record.article.text;
  std::vector<bool> seen(record.actors.size(), false);
  Asked asked;
  for (const Mention& mention : record.mentions) {
    if (!mention.actor || seen[*mention.actor]) continue;
    seen[*mention.actor] = true;
    Actor& actor = record.actors[*mention.actor];
    if (actor.country || actor.code || actor.kind == "country" || actor.kind == "place") continue;
    if (!mention.brings_in) continue;
    const std::string name = plain_text(actor.name);
    if (is_unbound(home, actor, name)) continue;
    while (asked.sentence + 1 < record.sentences.size() &&
           record.sentences[asked.sentence + 1].begin <= mention.span.begin) {
      ++asked.sentence;
    }
    asked.span = mention.span;
    const std::string_view words = text.substr(std::min<std::size_t>(mention.span.begin, text.size()), 4);
    asked.kind = asked_kind(actor.kind == "person", actor.kind == "group", false, words == "the " || words == "The ");
    asked.sector = asked_sector(actor.sectors);
    asked.is_of_state = is_of_state(actor.sectors);
    asked.is_loose = is_loose(name);
    if (witness) witness(asked, home.belonging);
    const std::string_view country = home.belonging.country_of(asked);
    if (country.empty()) continue;
    actor.country = country;
    actor.code = *actor.country + (actor.sectors.empty() ? std::string() : actor.sectors.front());
  }
}

}  // namespace tacitus
