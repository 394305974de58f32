// Whose sides of an event are left off, added or told better by what stands around them.
#include <algorithm>

#include "read/events/coder.h"

namespace tacitus {

// "Germany agreed to set up an office in Berlin" does nothing to Berlin, nor to the office.
void EventCoder::drop_own(Root root, const People& actors, People& recipients) const {
  const bool sends = root == Root::kMobilize || root == Root::kYield || root == Root::kAid ||
                     root == Root::kAgree || root == Root::kReject || root == Root::kThreaten;
  std::erase_if(recipients, [&](Who who) {
    const Actor& place = actors_.actor(who);
    // "sent troops", "withdrew its soldiers": one's own.
    if (sends && is_forces(who)) {
      return !place.country || std::any_of(actors.begin(), actors.end(), [&](Who actor) {
        return actors_.actor(actor).country == place.country;
      });
    }
    const bool is_thing =
        root == Root::kAgree && place.kind == "organization" && !actors_.is_political(who);
    if (is_thing && !place.country) return true;
    if (place.kind != "place" && place.kind != "country" && !is_thing) return false;
    return std::any_of(actors.begin(), actors.end(), [&](Who actor) {
      const Actor& one = actors_.actor(actor);
      // "rebels seized the town": against their own state.
      const bool is_rebel = root == Root::kAssault && !one.sectors.empty() && one.sectors.front() == "REB";
      return place.country && one.country == place.country && !is_rebel;
    });
  });
}

// "He urged Norland to": somebody says it to a state, though the text does not tell who.
void EventCoder::add_unnamed(const EventFrame& frame, const Code& code, const People& recipients,
                             People& actors) {
  if (!actors.empty() || clause_.subjects.size() != 1 || frame.is_weak) return;
  const std::string_view word = reading_.plain(clause_.subjects.front());
  if (word != "he" && word != "she" && word != "they" && word != "we" && word != "it") return;
  const Root root = code.root.value_or(Root::kAgree);
  const bool is_said = root == Root::kRequest || root == Root::kAccuse || root == Root::kReject ||
                       root == Root::kSupport || root == Root::kThreaten ||
                       root == Root::kConsult || root == Root::kAssault;
  if (!is_said || std::none_of(recipients.begin(), recipients.end(),
                               [&](Who who) { return actors_.is_political(who); })) {
    return;
  }
  actors.push_back(actors_.unnamed(clause_.subjects.front()));
}

// Soldiers or police, and no one of them.
bool EventCoder::is_forces(Who who) const {
  const Actor& one = actors_.actor(who);
  return one.kind != "person" &&
         std::any_of(one.sectors.begin(), one.sectors.end(),
                     [](const std::string& s) { return s == "MIL" || s == "COP"; });
}

// Troops sent to keep peace are aid, and exercises of several states cooperation.
void EventCoder::refine_by_sides(std::uint32_t sentence, const People& actors, Code& code) const {
  if (code.root != Root::kMobilize || code.mode != "troops") return;
  const Sentence& words = reading_.document().sentences[sentence];
  for (std::uint32_t t = words.first_token; t < words.end_token; ++t) {
    const std::string_view word = reading_.plain(t);
    if (word.starts_with("peacekeep") || with_hyphen(reading_, t).starts_with("peace-keep")) {
      code.root = Root::kAid;
      code.mode.clear();
      code.cameo = "074";
      return;
    }
  }
  const bool is_joint = std::any_of(actors.begin(), actors.end(), [&](Who who) {
    const std::optional<std::string>& country = actors_.actor(who).country;
    return country && actors_.actor(actors.front()).country &&
           country != actors_.actor(actors.front()).country;
  });
  const bool is_exercise =
      std::any_of(clause_.objects.begin(), clause_.objects.end(), [&](std::uint32_t object) {
        return (classes_of(reading_, words_, object) & exercise_class_).any();
      });
  if (!is_joint || !is_exercise) return;
  code.root = Root::kCooperate;
  code.mode.clear();
  code.cameo = "062";
}

// "Norland's senators criticized the president": an office without a country, among one's own.
void EventCoder::give_home(const People& actors, const People& recipients) {
  if (actors.size() != 1 || recipients.empty()) return;
  const Actor& one = actors_.actor(actors.front());
  if (!one.country || one.kind == "country" || one.kind == "place") return;
  const bool is_inside = std::any_of(one.sectors.begin(), one.sectors.end(), [](const std::string& s) {
    return s == "LEG" || s == "PTY" || s == "OPP" || s == "JUD" || s == "COP" || s == "LAB";
  });
  if (!is_inside || one.country->size() != 3) return;
  const std::string country = *one.country;
  for (const Who who : recipients) actors_.give_country(who, country);
}

// "A bomber killed 20 people in Norland": people of whom the text tells no more are of where they are
// hurt or held, and protesters of the state whose police hold them.
void EventCoder::give_place(Root root, const EventClause& clause, const People& actors,
                            People& recipients) {
  if (root != Root::kAssault && root != Root::kCoerce) return;
  Who place;
  for (const std::uint32_t object : clause.objects) {
    if (place == Who{}) place = actors_.place_around(object);
  }
  for (const EventClause::Oblique& oblique : clause.obliques) {
    if (!(place == Who{})) break;
    if (is_place_preposition(oblique.preposition)) place = actors_.place_at(oblique.token);
  }
  if (place == Who{}) {
    for (const Who actor : actors) {
      const bool is_held = root == Root::kCoerce && actors_.is_official(actor);
      if (!is_held || !actors_.actor(actor).country) continue;
      const std::string country = *actors_.actor(actor).country;
      for (const Who who : recipients) {
        if (actors_.is_protester(who)) actors_.give_people_country(who, country);
      }
    }
    return;
  }
  const std::string country = *actors_.actor(place).country;
  for (const Who who : recipients) actors_.give_people_country(who, country);
  // "bombed hideouts in Norland": things alone are hit where they stand.
  const bool is_own = std::any_of(actors.begin(), actors.end(), [&](Who actor) {
    return actors_.actor(actor).country == country;
  });
  if (recipients.empty() && !is_own && root == Root::kAssault && !clause.objects.empty()) {
    recipients.push_back(place);
  }
}

}  // namespace tacitus
