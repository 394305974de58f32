// What an actor's standing is made of: roles that the text gives, and what is known by name.
#include <algorithm>
#include <utility>

#include "read/actors/cast.h"
#include "read/actors/unbound.h"

namespace tacitus {
namespace {

constexpr std::size_t kMostModifiers = 32;
constexpr std::uint32_t kLongestSeat = 8;  // tokens between the brackets of "(R-S.C.)"

// "A Republican", "Democrat of Oregon": the party alone.
bool is_party_word(std::string_view role) {
  const std::string_view first = role.substr(0, role.find(' '));
  return first == "Republican" || first == "Democrat";
}

}  // namespace

void settle(Member& member) {
  member.standing = member.told;
  // Of a "former governor" whom the tables know in an office of these days the text tells what he was.
  const std::vector<std::string>& now = member.known.sectors;
  // That he is a survivor or a citizen tells no more of one who is known.
  const bool tells_little = member.told.sectors == std::vector<std::string>{"ELI"} ||
                            member.told.sectors == std::vector<std::string>{"CVL"};
  // A "Republican" may be a senator.
  const bool is_of_party = member.told.sectors == std::vector<std::string>{"PTY"} && !now.empty() &&
                           (now[0] == "LEG" || now[0] == "GOV") && is_party_word(member.role);
  if ((tells_little || is_of_party) && !now.empty()) member.standing.sectors = now;
  complete(member.standing, member.known);
}

// "The Weber campaign", "Weber's presidential campaign".
Cast::Cast(const Reading& reading, const Countries& countries) : reading_(&reading), countries_(&countries) {
  constexpr std::uint32_t kMostBetween = 3;
  for (std::uint32_t t = 1; t < reading.size(); ++t) {
    if (reading.plain(t) != "campaign") continue;
    const std::uint32_t first = reading.sentence_of(t).first_token;
    std::uint32_t end = t;
    while (end > first && t - end < kMostBetween &&
           (reading.upos(end - 1) == Upos::kAdj || reading.upos(end - 1) == Upos::kNoun ||
            reading.upos(end - 1) == Upos::kNum)) {
      --end;
    }
    if (end > first && is_genitive(reading.plain(end - 1))) --end;
    if (end > first && reading.upos(end - 1) == Upos::kPropn && reading.is_capitalized(end - 1)) {
      campaigners_.insert(reading.plain(end - 1));
    }
  }
}

bool Cast::has_campaign(const Member& member) const {
  return member.kind == ActorKind::kPerson && !member.words.empty() && campaigners_.contains(member.words.back());
}

namespace {

// Who works for a candidate works for the campaign, whatever seat the candidate has. Those in government
// have people of the state.
bool gives_way_to_campaign(const std::vector<std::string>& sectors) {
  return sectors.empty() || sectors[0] == "LEG" || sectors[0] == "ELI" || sectors[0] == "BUS";
}

}  // namespace

// What people share with the actor that they are described by: all with a body, with a person what
// he is only where their word says that they work for him, so an aide but no wife or rival.
Standing Cast::shared(const Member& owner, const PersonFound& word) const {
  const bool is_place = owner.kind == ActorKind::kPlace || owner.kind == ActorKind::kCountry;
  // "Georgia's father": who has kin is no country and no town, though called like one.
  if (is_place && word.word && (is_kin(word.word->singular) || is_partner(word.word->singular))) return {};
  Standing out = owner.standing;
  const bool works_for = word.word && (!word.word->sectors.empty() || word.word->is_generic);
  if (owner.kind == ActorKind::kPerson && !works_for) {
    out.sectors.clear();
    out.code.clear();
  } else if (works_for && has_campaign(owner) && gives_way_to_campaign(out.sectors)) {
    out.sectors = {"PTY"};
    out.code.clear();
  }
  return out;
}

namespace {

// What the body of a role adds to what the role says.
void add_owner(Standing& standing, const Standing& shared, const Member& owner) {
  complete(standing, shared);
  // "president of Acme": of a body that nobody knows the part is not known either.
  if (standing.sectors_are_generic && owner.kind == ActorKind::kOrganization &&
      owner.is_named && !owner.is_of_no_country && owner.standing.sectors.empty() && owner.standing.code.empty()) {
    standing.sectors.clear();
    standing.sectors_are_generic = false;
  }
}

}  // namespace

void Cast::describe(std::uint32_t actor, const Standing& told) {
  Member& member = members_[actor];
  complete(member.told, told);
  settle(member);
}

void Cast::learn_owner(std::uint32_t actor, std::uint32_t owner) {
  Member& member = members_[actor];
  const PersonFound word = person_word_at(*reading_, member.role_head, member.role_range);
  add_owner(member.told, shared(members_[owner], word), members_[owner]);
  settle(member);
}

void Cast::learn_role(std::uint32_t actor, Office role, std::optional<std::uint32_t> owner) {
  Standing standing = standing_of_role(*reading_, *countries_, role.range, role.head);
  const PersonFound word = person_word_at(*reading_, role.head, role.range);
  if (owner) add_owner(standing, shared(members_[*owner], word), members_[*owner]);
  Member& member = members_[actor];
  // A role that tells more goes before one that was met earlier.
  // "Is a natural born citizen" says less of somebody than the office that he has elsewhere.
  const std::vector<std::string> anybody{"CVL"};
  const bool tells_more = (!standing.country.empty() && member.told.country.empty()) ||
                          (member.told.sectors == anybody && !standing.sectors.empty() && standing.sectors != anybody);
  if (member.role.empty() || tells_more) {
    member.role = reading_->phrase(role.range);
    member.role_range = role.range;
    member.role_head = role.head;
    if (tells_more) {
      complete(standing, member.told);
      member.told = standing;
    }
  }
  complete(member.told, standing);
  settle(member);
  for (std::uint32_t t = role.range.first; t < role.range.end; ++t) {
    if (t != role.head && member.modifiers.size() < kMostModifiers) {
      member.modifiers.emplace_back(reading_->plain(t));
    }
  }
  if (word.word) {
    if (member.gender == Gender::kUnknown) member.gender = word.word->gender;
    call(actor, word.word->singular);
  }
}

// What the user's dictionaries say of a person's name, else the table of leaders: by all words that
// the entity has ("King Salman"), by the name, by the name without initials in the middle.
Standing Cast::known_person(Range entity, const PersonName& name) const {
  const Knowledge& knowledge = reading_->knowledge();
  for (const Range range : {entity, name.range}) {
    if (const auto own = standing_by_dictionary(*reading_, range)) return *own;
  }
  const std::string full = reading_->plain_phrase(entity);
  std::string bare;
  for (std::uint32_t t = name.range.first; t < name.range.end; ++t) {
    const std::string_view word = reading_->plain(t);
    const bool is_initial = word.size() == 2 && word[1] == '.';
    const bool is_inside = t > name.range.first && t + 1 < name.range.end;
    if (reading_->is_punctuation(t) || word == "'s" || (is_initial && is_inside)) continue;
    if (!bare.empty()) bare += ' ';
    bare += word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
  }
  // "President Marek" in an article without a date: whoever bore the name in office.
  const std::uint32_t first = name.range.first;
  const std::string_view title =
      first > 0 && reading_->sentence(first - 1) == reading_->sentence(first)
          ? reading_->plain(first - 1)
          : std::string_view();
  const bool is_titled = title == "president" || title == "minister" || title == "premier" ||
                         title == "chancellor" || title == "king" || title == "emperor";
  for (const std::string& form : {full, reading_->plain_phrase(name.range), bare}) {
    if (const Leader* leader = knowledge.leader(form)) {
      if (is_titled && reading_->published().empty() && form.find(' ') == form.npos) {
        Standing standing = standing_of_leader(*leader, {}, false);
        standing.sectors.clear();  // the title tells them
        return standing;
      }
      return standing_of_leader(*leader, reading_->published(), form.find(' ') == form.npos);
    }
  }
  return {};
}

// "(R-S.C.)" or "(D-Mass.)" behind a name: the party and state of a member of Congress.
void Cast::learn_seat(Member& member, Range name) const {
  const std::uint32_t open = name.end;
  if (open + 2 >= reading_->size() || reading_->word(open) != "(") return;
  std::uint32_t close = open + 1;
  while (close < reading_->size() && close - open <= kLongestSeat && reading_->word(close) != ")") {
    ++close;
  }
  if (close >= reading_->size() || reading_->word(close) != ")" || close == open + 1) return;
  const std::string seat = reading_->phrase({open + 1, close});
  const bool has_party = seat.size() > 3 && seat[1] == '-' &&
                         (seat[0] == 'R' || seat[0] == 'D' || seat[0] == 'I');
  // "Ranking Democrat Ann Weber (Md.)".
  const std::string_view title = name.first > 0 ? reading_->plain(name.first - 1) : std::string_view();
  const bool is_titled = title == "democrat" || title == "republican";
  if (!has_party && !is_titled) return;
  std::string state = has_party ? seat.substr(2) : seat;
  if (state.size() == 2) state = {state[0], '.', state[1], '.'};  // "(R-SC)"
  const PlaceWord* place = reading_->knowledge().place(state);
  const bool is_code = has_party && seat.size() == 4 && state[0] >= 'A' && state[0] <= 'Z' && state[2] >= 'A' &&
                       state[2] <= 'Z';
  if (!is_code && (!place || !place->is_region)) return;
  if (place && place->country != "USA") return;
  complete(member.told, {"USA", {"LEG"}, "", false});
}

}  // namespace tacitus
