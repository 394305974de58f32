#include "store/clear_stands.h"

#include <algorithm>

#include "read/table.h"
#include "read/word_map.h"
#include "record/position_page.h"
#include "store/builtin_tables.h"
#include "store/issue_words.h"
#include "store/words.h"
#include "text/chars.h"

namespace tacitus {
namespace {

enum class Kind { kFor, kAgainst, kNot, kMaybe, kIf, kBefore, kTalk };

const WordMap<Kind>& kinds() {
  static const WordMap<Kind> kKinds = [] {
    WordMap<Kind> all;
    for (const TableLine& line : read_table(k_turns_tsv)) {
      if (line.cells.size() != 2) continue;
      const std::string_view name = line.cells[0];
      const Kind kind = name == "for" ? Kind::kFor : name == "against" ? Kind::kAgainst : name == "not" ? Kind::kNot
                        : name == "maybe" ? Kind::kMaybe : name == "if" ? Kind::kIf : name == "before" ? Kind::kBefore : Kind::kTalk;
      for (const std::string_view word : split_cell(line.cells[1])) all.emplace(word, kind);
    }
    return all;
  }();
  return kKinds;
}

std::optional<Kind> kind_of(std::string_view word) {
  std::optional<Kind> found;
  any_form(word, [&](const std::string& form) {
    const auto at = kinds().find(form);
    if (at != kinds().end()) found = at->second;
    return found.has_value();
  });
  return found;
}

// Whether all that tells a side beside the issue's words tells this one, and nothing leaves it open.
// `before` and `behind` are the sentence's words on either side of the issue's, which say nothing of
// who is for it.
bool says_plainly(std::string_view before, std::string_view behind, Side side) {
  constexpr std::size_t kRuled = 3;      // words behind one of a side that it rules: "refused to endorse"
  constexpr std::size_t kMaybe = 5;      // words behind "may" that may be so
  constexpr std::size_t kNearBefore = 10, kNearBehind = 6;  // words that speak of the issue
  const std::string folded = fold_name(before), folded_behind = fold_name(behind);
  std::vector<std::string_view> words = split(folded);
  const std::size_t issue = words.size();
  for (const std::string_view word : split(folded_behind)) words.push_back(word);
  std::size_t not_until = 0, maybe_until = 0, ruled_until = 0;
  bool is_said = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::optional<Kind> kind = kind_of(words[i]);
    if (!kind) continue;
    switch (*kind) {
      case Kind::kIf: return false;
      case Kind::kNot: not_until = i + kRuled + 1; break;
      case Kind::kMaybe: maybe_until = i + kMaybe + 1; break;
      case Kind::kFor:
      case Kind::kAgainst: {
        if (i < ruled_until || i + kNearBefore < issue || i >= issue + kNearBehind) break;
        ruled_until = i + kRuled + 1;
        const bool is_turned = i < not_until;
        const Side told = (*kind == Kind::kFor) != is_turned ? Side::kFor : Side::kAgainst;
        if (told != side || i < maybe_until) return false;
        is_said = true;
        break;
      }
      case Kind::kBefore:
      case Kind::kTalk: break;
    }
  }
  return is_said;
}

bool has_name(const Actor& actor) {
  const std::string& name = actor.name;
  if (char_at(name, 0).kind != CharKind::kUpper) return false;
  if (actor.kind == "country") return true;
  if (actor.kind == "person") return name.find(' ') != std::string::npos;
  if (actor.kind != "organization") return false;
  // "BANKS", of a headline, may be any.
  constexpr std::size_t kShortest = 4;  // letters of what may be an abbreviation
  bool has_small = false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < name.size(); ++letters) {
    const Char letter = char_at(name, at);
    has_small = has_small || letter.kind == CharKind::kLower;
    at += letter.size;
  }
  return has_small || name.find(' ') != std::string::npos || letters <= kShortest;
}

// Whether who says it may speak for who holds it: itself, or a country's government for the country;
// "the minister" of whom no country is known is that of the one beside it.
bool speaks_for(const Record& record, const Statement& said, std::uint32_t holder) {
  if (!said.actor) return false;
  if (*said.actor == holder) return true;
  if (std::find(said.actors.begin(), said.actors.end(), holder) != said.actors.end()) return true;
  if (*said.actor >= record.actors.size()) return false;
  const Actor &speaker = record.actors[*said.actor], &held = record.actors[holder];
  const bool governs = std::find(speaker.sectors.begin(), speaker.sectors.end(), "GOV") != speaker.sectors.end();
  return governs && held.kind == "country" && (!speaker.country || held.country == speaker.country);
}

}  // namespace

bool is_clear(const Record& record, const Position& position) {
  const Side side = side_of(name_of(position.stance));
  const bool takes_side = (side == Side::kFor || side == Side::kAgainst) && position.stance != Stance::kDeny &&
                          position.stance != Stance::kThreaten;
  if (!takes_side || position.actor >= record.actors.size() || position.sentence >= record.sentences.size()) return false;
  if (!has_name(record.actors[position.actor])) return false;
  if (position.statement && *position.statement < record.statements.size()) {
    const Statement& said = record.statements[*position.statement];
    if (!speaks_for(record, said, position.actor)) return false;
    if (said.polarity == "denies" || said.certainty == "possible" || said.certainty == "alleged") return false;
  }
  if (position.event && *position.event < record.events.size()) {
    const EventStatus status = record.events[*position.event].status;
    if (status != EventStatus::kActual && status != EventStatus::kOngoing) return false;
  }
  const Span sentence = record.sentences[position.sentence];
  const bool is_named = std::any_of(record.mentions.begin(), record.mentions.end(), [&](const Mention& mention) {
    return mention.actor == position.actor && mention.span.begin >= sentence.begin && mention.span.end <= sentence.end;
  });
  if (!is_named || !position.issue_span) return false;
  const Span issue = *position.issue_span;
  if (issue.begin < sentence.begin || issue.end > sentence.end) return false;
  const std::string_view text = record.article.text;
  if (!says_plainly(Span{sentence.begin, issue.begin}.in(text), Span{issue.end, sentence.end}.in(text), side)) return false;

  const std::string folded = fold_name(position.issue);
  const std::vector<std::string_view> words = split(folded);
  // "offers condolences", "offered shares" take no side; "offers to talk" does.
  if (position.stance == Stance::kOffer && !words.empty() && !words.front().ends_with("ing")) return false;
  if (words.empty() || is_talk(position.issue)) return false;
  for (const std::string_view word : words) {
    if (kind_of(word) == Kind::kNot) return false;
  }
  // "the Tribunal's decision" of the Tribunal: more often than not the holder is another.
  const Actor& holder = record.actors[position.actor];
  return holder.kind == "country" || folded.find(fold_name(holder.name)) == std::string::npos;
}

bool is_talk(std::string_view issue) {
  const std::string folded = fold_name(issue);
  const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
  return first.ends_with("ing") && kind_of(first) == Kind::kTalk;
}

bool is_of_before(std::string_view sentence) {
  const std::string folded = fold_name(sentence);
  for (const std::string_view word : split(folded)) {
    if (kind_of(word) == Kind::kBefore) return true;
  }
  return false;
}

}  // namespace tacitus
