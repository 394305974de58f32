// Where what a text tells took place.
#include "read/places/bound.h"

#include <algorithm>

namespace tacitus {
namespace {

constexpr std::uint32_t kMostChildren = 40;  // of a token that are looked at
constexpr std::uint32_t kMostSteps = 6;      // up from a token to its clause's verb

bool is_place_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"in",     "at",     "near",   "outside", "inside",
                                         "within", "across", "around", "off",     "throughout",
                                         "along",  "on",     "over"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace

BoundPlaces::BoundPlaces(const Reading& reading, const FoundPlaces& found)
    : reading_(&reading), found_(&found) {
  for (std::uint32_t p = 0; p < found.places.size(); ++p) {
    if (!found.is_adjective[p]) places_.emplace_back(reading.head_of(found.tokens[p]), p);
  }
  std::sort(places_.begin(), places_.end());
}

std::uint32_t BoundPlaces::headed_by(std::uint32_t token) const {
  const auto behind = std::upper_bound(places_.begin(), places_.end(), std::pair(token, kNone));
  return behind == places_.begin() || (behind - 1)->first != token ? kNone : (behind - 1)->second;
}

// Whether the token stands with a word for being somewhere.
bool BoundPlaces::is_there(std::uint32_t token) const {
  std::uint32_t looked = 0;
  for (std::uint32_t c = reading_->first_child(token); c != kNone && looked < kMostChildren;
       c = reading_->next_sibling(c), ++looked) {
    if (reading_->deprel(c) == Deprel::kCase) return is_place_word(reading_->plain(c));
  }
  return false;
}

// The place that a token names, or that it is called after: "the city of Geneva".
std::optional<std::uint32_t> BoundPlaces::at(std::uint32_t token) const {
  if (const std::uint32_t place = headed_by(token); place != kNone) return place;
  std::uint32_t looked = 0;
  for (std::uint32_t c = reading_->first_child(token); c != kNone && looked < kMostChildren;
       c = reading_->next_sibling(c), ++looked) {
    const Deprel deprel = reading_->deprel(c);
    const bool names = deprel == Deprel::kAppos || deprel == Deprel::kFlat ||
                       deprel == Deprel::kCompound || deprel == Deprel::kNmodPoss ||
                       deprel == Deprel::kNmod || deprel == Deprel::kNmodDesc;
    const std::uint32_t place = names ? headed_by(c) : kNone;
    if (place == kNone) continue;
    // "a meeting with Russia" is not in Russia.
    if (deprel == Deprel::kNmod) {
      const std::uint32_t mark = reading_->child(c, Deprel::kCase);
      if (mark != kNone && reading_->plain(mark) != "of" &&
          !is_place_word(reading_->plain(mark))) {
        continue;
      }
    }
    return place;
  }
  return std::nullopt;
}

// A place within a part of a clause: "reporters in Geneva", "a meeting of ministers in Geneva".
std::optional<std::uint32_t> BoundPlaces::within(std::uint32_t token, std::uint32_t depth) const {
  std::uint32_t looked = 0;
  for (std::uint32_t c = reading_->first_child(token); c != kNone && looked < kMostChildren;
       c = reading_->next_sibling(c), ++looked) {
    if (reading_->deprel(c) != Deprel::kNmod) continue;
    if (is_there(c)) {
      if (const auto place = at(c)) return place;
    }
    if (depth > 0) {
      if (const auto place = within(c, depth - 1)) return place;
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> BoundPlaces::below(std::uint32_t token,
                                                const std::vector<Range>& but) const {
  const auto is_out = [&but](std::uint32_t t) {
    return std::any_of(but.begin(), but.end(), [t](Range range) { return range.has(t); });
  };
  std::optional<std::uint32_t> deeper;
  std::uint32_t looked = 0;
  for (std::uint32_t c = reading_->first_child(token); c != kNone && looked < kMostChildren;
       c = reading_->next_sibling(c), ++looked) {
    if (is_out(c)) continue;
    const Deprel deprel = reading_->deprel(c);
    const bool is_oblique = deprel == Deprel::kObl || deprel == Deprel::kNmod;
    if (is_oblique && is_there(c)) {
      if (const auto place = at(c)) return place;
    }
    if (!deeper && (is_oblique || deprel == Deprel::kObj || deprel == Deprel::kIobj)) {
      deeper = within(c, 1);
    }
  }
  return deeper;
}

std::optional<std::uint32_t> BoundPlaces::of_clause(std::uint32_t token) const {
  for (std::uint32_t step = 0; step < kMostSteps && token != kNone; ++step) {
    if (const auto place = below(token, {})) return place;
    switch (reading_->deprel(token)) {
      // A part of the same telling; anything else is a clause of its own.
      case Deprel::kXcomp: case Deprel::kConj: case Deprel::kAdvcl: case Deprel::kObj:
      case Deprel::kObl: case Deprel::kNmod: case Deprel::kAcl: case Deprel::kNsubjPass:
        token = reading_->head(token);
        break;
      default:
        return std::nullopt;
    }
  }
  return std::nullopt;
}

void BoundPlaces::bind(Draft& draft) const {
  if (!draft.cue.empty()) {
    std::vector<Range> but = draft.contents;
    if (!draft.source.empty()) but.push_back(draft.source);
    draft.statement.place = below(reading_->head_of(draft.cue), but);
  }
  if (!draft.statement.place && !draft.statement.within && !draft.is_inner) {
    draft.statement.place = found_->dateline;
  }
}

}  // namespace tacitus
