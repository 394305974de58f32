"""Who did what to whom, when and where, with the weights and the gazetteer that are shipped."""
import unittest

from support import PassageTest, passage


def told(record):
    """(root, who, to whom, date, place) of every event, in the order of the text."""
    names = lambda actors: [record["actors"][a]["name"] for a in actors]
    return [(e["root"], names(e["actors"]), names(e["recipients"]), e.get("date"),
             record["places"][e["place"]]["name"] if "place" in e else None) for e in record["events"]]


class Events(PassageTest):
    @passage({"published": "2025-03-07", "text":
              "WARSAW, March 6 (Example Wire) - Poland accused Russia of jamming signals. Norway condemned Russia."})
    def test_the_dateline_dates_and_places_the_sentence_behind_it_alone(self, record):
        self.assertEqual(told(record), [("ACCUSE", ["Poland"], ["Russia"], "2025-03-06", "Warsaw"),
                                        ("ACCUSE", ["Norway"], ["Russia"], None, None)])

    @passage({"published": "2025-03-07", "text":
              "Russia expelled twelve Polish diplomats in 2022. Iraq invaded Kuwait in August 1990."})
    def test_the_past_is_dated_as_such(self, record):
        self.assertEqual([e["date"] for e in record["events"]], ["2022", "1990-08"])

    @passage({"published": "2025-03-07", "text": "Turkey will impose sanctions on Syria next Tuesday."})
    def test_what_is_to_come_is_planned_and_has_its_day(self, record):
        self.assertEqual([(e["root"], e["status"], e["date"]) for e in record["events"]],
                         [("SANCTION", "planned", "2025-03-11")])

    @passage("A visit by President Vladimir Putin to Turkey is not on his schedule for the coming days, the Kremlin said.")
    def test_a_visit_that_is_not_on_the_schedule_is_no_visit(self, record):
        self.assertFalse([e for e in record["events"] if e["status"] != "denied"])

    @passage("Ministers of the European Union will open a two-day meeting in Warsaw on Monday to discuss aid for Ukraine.")
    def test_where_a_meeting_is_and_what_it_is_about_take_no_part_in_it(self, record):
        for event in record["events"]:
            names = {record["actors"][a]["name"] for a in event["actors"] + event["recipients"]}
            self.assertFalse(names & {"Warsaw", "Ukraine"})

    @passage("The home team beat the league champions on Saturday. Shares fell in Tokyo. Snow is forecast for Denmark.")
    def test_sport_markets_and_weather_tell_no_event(self, record):
        self.assertEqual(record["events"], [])

    @passage({"text": "Norway accused Chad. Peru praised Chad.",
              "pairs": [{"source": [0, 6], "target": [15, 19]}, {"source": [21, 25], "target": [34, 38]}]})
    def test_given_pairs_are_coded_each_in_its_sentence(self, record):
        self.assertEqual([(e["pair"], e["root"]) for e in record["events"] if "pair" in e],
                         [(0, "ACCUSE"), (1, "SUPPORT")])


if __name__ == "__main__":
    unittest.main()
