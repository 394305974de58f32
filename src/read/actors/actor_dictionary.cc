// Looks names up in a user's dictionaries; dictionary_file.cc reads them.
#include "read/actors/actor_dictionary.h"

#include <algorithm>
#include <utility>

namespace tacitus {
namespace {

// Codes of CAMEO's agents as PLOVER's sectors; empty for what is no sector.
std::string_view sector_of(std::string_view code) {
  constexpr std::string_view kSame[] = {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB",
                                        "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
                                        "ELI", "JRN", "LAB", "REF", "OPP", "PRE", "REL", "SOC"};
  constexpr std::pair<std::string_view, std::string_view> kOther[] = {
      {"MED", "JRN"}, {"HLH", "MED"}, {"INS", "REB"}, {"SEP", "REB"}, {"NGO", "SOC"},
      {"HRI", "SOC"}};
  const auto same = std::find(std::begin(kSame), std::end(kSame), code);
  if (same != std::end(kSame)) return *same;
  for (const auto& [cameo, plover] : kOther) {
    if (cameo == code) return plover;
  }
  return {};
}

}  // namespace

CodeParts parts_of(std::string_view code) {
  CodeParts parts;
  if (code.find('/') != code.npos) return parts;  // several, of whom no country is that of all
  for (std::size_t at = 0; at + 3 <= code.size(); at += 3) {
    const std::string_view part = code.substr(at, 3);
    const std::string_view sector = sector_of(part);
    // NGO in front is PLOVER's own code for such bodies.
    if (at == 0 && (sector.empty() || part == "NGO")) {
      parts.country = part;
    } else if (part == "UNO" && parts.country == "IGO") {
      parts.country = "UNO";
    } else if ((part == "EEC" || part == "EUR") && parts.country == "IGO" &&
               code.find("EEC") != code.npos) {
      parts.country = "EUR";
    } else if (!sector.empty() && std::find(parts.sectors.begin(), parts.sectors.end(), sector) ==
                                      parts.sectors.end()) {
      parts.sectors.emplace_back(sector);
    }
  }
  return parts;
}

const std::vector<DatedCode>* ActorDictionary::actor(std::string_view name) const {
  const auto found = actors_.find(name);
  return found == actors_.end() ? nullptr : &codes_[found->second];
}

const DatedCode* ActorDictionary::on(const std::vector<DatedCode>& codes, std::string_view day) {
  day = day.substr(0, 10);
  const DatedCode* always = nullptr;
  const DatedCode* lasting = nullptr;
  for (const DatedCode& code : codes) {
    if (code.from.empty() && code.to.empty()) {
      if (!always) always = &code;
    } else if (day.empty()) {
      if (!lasting && code.to.empty()) lasting = &code;
    } else if (day >= code.from && (code.to.empty() || day <= code.to)) {
      return &code;
    }
  }
  return always ? always : lasting;
}

}  // namespace tacitus
