// Events as lines for people.
#include "record/event_page.h"

namespace tacitus {
namespace {

void add_names(const Record& record, const std::vector<std::uint32_t>& actors, Paragraph& line) {
  if (actors.empty()) line.add("nobody named", Style::kQuiet);
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const Actor& actor = record.actors[actors[i]];
    if (i > 0) line.add(", ");
    line.add(actor.name, Style::kName);
    if (actor.code) line.add(" [" + *actor.code + "]", Style::kQuiet);
  }
}

}  // namespace

std::string_view name_of(EventStatus status) {
  switch (status) {
    case EventStatus::kActual: return "actual";
    case EventStatus::kOngoing: return "ongoing";
    case EventStatus::kPlanned: return "planned";
    case EventStatus::kPossible: return "possible";
    case EventStatus::kDenied: return "denied";
  }
  return "";
}

void append_events(const Record& record, const Layout& layout, std::string& out) {
  for (const Event& event : record.events) {
    out += '\n';
    Paragraph head;
    head.add(event.root.empty() ? std::string_view("no root") : event.root, Style::kTitle);
    if (!event.mode.empty()) head.add(" " + event.mode);
    head.add(" " + event.cameo + ", " + std::string(name_of(event.status)), Style::kQuiet);
    if (event.date) head.add(", " + *event.date, Style::kQuiet);
    if (event.place && *event.place < record.places.size()) {
      head.add(", " + record.places[*event.place].name, Style::kQuiet);
    }
    head.append_lines(layout, "", "  ", out);
    Paragraph who;
    add_names(record, event.actors, who);
    who.add(" to ", Style::kQuiet);
    add_names(record, event.recipients, who);
    who.append_lines(layout, "  ", "    ", out);
    Paragraph why;
    why.add("by ", Style::kQuiet);
    why.add(event.trigger.in(record.article.text), Style::kQuoted);
    if (event.reason) {
      why.add(", " + event.reason->rule, Style::kQuiet);
      if (!event.reason->runner_up.empty()) {
        why.add("; next " + event.reason->runner_up, Style::kQuiet);
      }
    }
    why.append_lines(layout, "  ", "    ", out);
  }
}

}  // namespace tacitus
