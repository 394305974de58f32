// Positions as lines for people.
#include "record/position_page.h"

namespace tacitus {
namespace {

// The stance as a verb: "Norland supports ...".
std::string_view verb_of(Stance stance) {
  switch (stance) {
    case Stance::kSupport: return "supports";
    case Stance::kOppose: return "opposes";
    case Stance::kAccept: return "accepts";
    case Stance::kReject: return "rejects";
    case Stance::kDemand: return "demands";
    case Stance::kThreaten: return "threatens";
    case Stance::kOffer: return "offers";
    case Stance::kOpen: return "is open to";
    case Stance::kDeny: return "denies";
    case Stance::kUndecided: return "is undecided on";
  }
  return "";
}

}  // namespace

std::string_view name_of(Stance stance) {
  switch (stance) {
    case Stance::kSupport: return "support";
    case Stance::kOppose: return "oppose";
    case Stance::kAccept: return "accept";
    case Stance::kReject: return "reject";
    case Stance::kDemand: return "demand";
    case Stance::kThreaten: return "threaten";
    case Stance::kOffer: return "offer";
    case Stance::kOpen: return "open";
    case Stance::kDeny: return "deny";
    case Stance::kUndecided: return "undecided";
  }
  return "";
}

void append_positions(const Record& record, const Layout& layout, std::string& out) {
  if (!record.positions.empty()) out += '\n';
  for (const Position& position : record.positions) {
    Paragraph line;
    line.add(record.actors[position.actor].name, Style::kName);
    line.add(" ");
    line.add(verb_of(position.stance), Style::kMark);
    line.add(": " + position.issue);
    if (position.date) line.add(", " + *position.date, Style::kQuiet);
    line.append_lines(layout, "", "  ", out);
  }
}

}  // namespace tacitus
