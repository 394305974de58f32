// Looks up who is not of the country that an article is at home in.
#include "read/actors/unbound.h"

#include <unordered_map>

#include "read/builtin_tables.h"
#include "read/table.h"

namespace tacitus {
namespace {

// By word its kind, for an office its country.
using Words = std::unordered_map<std::string_view, std::string_view>;

struct Tables {
  Words words;  // of the kinds that no word has two of
  Words anybody, meeting, offices, organs, loose;
};

const Tables& tables() {
  static const Tables kTables = [] {
    constexpr std::string_view kOffice = "office ";
    Tables out;
    for (const TableLine& line : read_table(k_actors_unbound_tsv)) {
      if (line.cells.size() != 2) continue;
      const std::string_view kind = line.cells[0];
      const bool is_office = kind.starts_with(kOffice);
      Words& words = is_office            ? out.offices
                     : kind == "anybody"  ? out.anybody
                     : kind == "meeting"  ? out.meeting
                     : kind == "organ"    ? out.organs
                     : kind == "loose"    ? out.loose
                                          : out.words;
      for (const std::string_view word : split_cell(line.cells[1])) {
        words.emplace(word, is_office ? kind.substr(kOffice.size()) : kind);
      }
    }
    return out;
  }();
  return kTables;
}

bool is(std::string_view word, std::string_view kind) {
  const Words& words = tables().words;
  const auto found = words.find(word);
  return found != words.end() && found->second == kind;
}

}  // namespace

bool is_of_other_lands(std::string_view word) {
  if (word.ends_with('\'')) word.remove_suffix(1);  // "the two countries' commission"
  return is(word, "abroad");
}

bool names_anybody(std::string_view name) {
  name = name.substr(0, name.find(" as "));  // "such major consumers as Japan"
  const Words& anybody = tables().anybody;
  const std::size_t gap = name.rfind(' ');
  const std::string_view last = gap == name.npos ? name : name.substr(gap + 1);
  if (anybody.count(last) > 0) return true;
  if (gap == name.npos) return false;
  const std::size_t before = name.rfind(' ', gap - 1);
  return gap > 0 && anybody.count(before == name.npos ? name : name.substr(before + 1)) > 0;
}

bool is_loose(std::string_view name) {
  name = name.substr(0, std::min(name.find(" in "), name.find(" of ")));
  return tables().loose.count(name.substr(name.rfind(' ') + 1)) > 0;
}

bool comes_to_meetings(std::string_view word) { return tables().meeting.count(word) > 0; }

bool may_attend(std::string_view word) { return is(word, "attends"); }

bool is_gathering(std::string_view word) { return is(word, "gathering"); }

bool names_another_church(std::string_view word) { return is(word, "church"); }

bool is_partner(std::string_view word) { return is(word, "partner"); }

bool is_named_by_topic(std::string_view word) { return is(word, "topic"); }

bool is_organ(std::string_view phrase) { return tables().organs.count(phrase) > 0; }

std::string_view country_of_office(std::string_view word) {
  const auto found = tables().offices.find(word);
  return found == tables().offices.end() ? std::string_view() : found->second;
}

}  // namespace tacitus
