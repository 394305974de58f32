#include "record/event_page.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

Record record_with_an_event() {
  Record record;
  record.article.text = "Norland thanked Sudland.";
  record.actors.push_back({"Norland", "country", "NOR", {}, {}, "NOR"});
  Event event;
  event.root = "SUPPORT";
  event.cameo = "051";
  event.actors = {0};
  event.trigger = {8, 15};
  event.status = EventStatus::kPlanned;
  record.events.push_back(event);
  return record;
}

TEST(EventPage, TellsWhyAnEventHasItsCode) {
  Record record = record_with_an_event();
  record.events[0].reason = EventReason{"verbs.tsv:9", "verbs.tsv:4 ACCUSE"};
  std::string out;
  append_events(record, {}, out);
  EXPECT_EQ(out,
            "\nSUPPORT 051, planned\n"
            "  Norland [NOR] to nobody named\n"
            "  by thanked, verbs.tsv:9; next verbs.tsv:4 ACCUSE\n");
}

TEST(EventPage, TellsAnEventWithItsDateAndPlaceWhereNobodyAskedWhy) {
  Record record = record_with_an_event();
  record.events[0].date = "2025-03-07";
  record.places.emplace_back();
  record.places[0].name = "Oslo";
  record.events[0].place = 0;
  std::string out;
  append_events(record, {}, out);
  EXPECT_EQ(out,
            "\nSUPPORT 051, planned, 2025-03-07, Oslo\n"
            "  Norland [NOR] to nobody named\n"
            "  by thanked\n");
}

}  // namespace
}  // namespace tacitus
