// Terms of office against days.
#include "read/actors/leaders.h"

#include <algorithm>

namespace tacitus {
namespace {

bool is_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) {
           return c >= 'A' && c <= 'Z';
         });
}

// "2009", "2009-01" or "2009-01-20".
bool is_day(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

bool is_public(const Term& term) {
  constexpr std::string_view kPublic[] = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY"};
  return std::any_of(term.sectors.begin(), term.sectors.end(), [&](const std::string& sector) {
    return std::find(std::begin(kPublic), std::end(kPublic), sector) != std::end(kPublic);
  });
}

// A day compared with a month or year is cut to one.
bool is_before(std::string_view day, std::string_view limit) {
  return day.substr(0, limit.size()) < limit;
}
bool is_after(std::string_view day, std::string_view limit) {
  return day.substr(0, limit.size()) > limit;
}

}  // namespace

bool Term::holds(std::string_view day) const {
  return !is_before(day, from) && (to.empty() || !is_after(day, to));
}

const Term* Leader::on(std::string_view day) const {
  for (const Term& term : terms) {
    if (day.empty() ? term.to.empty() : term.holds(day)) return &term;
  }
  return nullptr;
}

bool Leader::is_far_from(std::string_view day) const {
  constexpr int kBefore = 15, kAfter = 30;  // years
  const auto year = [](std::string_view text) {
    int out = 0;
    for (const char c : text.substr(0, 4)) out = 10 * out + (c - '0');
    return out;
  };
  if (day.size() < 4 || terms.empty()) return false;
  return std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
    return (!term.from.empty() && year(term.from) - year(day) > kBefore) ||
           (!term.to.empty() && year(day) - year(term.to) > kAfter);
  });
}

bool Leader::is_former_on(std::string_view day) const {
  return !day.empty() && std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
    return is_public(term) && !term.to.empty() && is_after(day, term.to);
  });
}

std::optional<std::string> read_term(std::string_view text, Term& out) {
  const std::size_t space = text.find(' ');
  const std::size_t dots = text.find("..");
  if (space == text.npos || dots == text.npos || dots < space) return "a term is not SECTORS FROM..TO";
  std::string_view sectors = text.substr(0, space);
  if (const std::size_t colon = sectors.find(':'); colon != sectors.npos) {
    out.country = sectors.substr(0, colon);
    if (!is_code(out.country)) return "a term's country is not three capitals";
    sectors.remove_prefix(colon + 1);
  }
  for (std::size_t at = 0; sectors != "-" && at <= sectors.size();) {
    const std::size_t end = std::min(sectors.find(',', at), sectors.size());
    if (!is_code(sectors.substr(at, end - at))) return "a sector is not three capitals";
    out.sectors.emplace_back(sectors.substr(at, end - at));
    at = end + 1;
  }
  out.from = text.substr(space + 1, dots - space - 1);
  out.to = text.substr(dots + 2);
  for (const std::string* day : {&out.from, &out.to}) {
    if (!day->empty() && !is_day(*day)) return "a day is not YYYY, YYYY-MM or YYYY-MM-DD";
  }
  if (!out.from.empty() && !out.to.empty() && is_before(out.to, out.from)) {
    return "a term ends before it begins";
  }
  return std::nullopt;
}

}  // namespace tacitus
