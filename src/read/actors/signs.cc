// Where a firm is at home by the signs of its trade: "Ferris <FER.L>", "Ferris (NYSE: FER)", "Ferris
// Plc", and the money that an article counts in.
#include <algorithm>

#include "read/actors/cast_names.h"
#include "read/statements/speakers.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kFarthest = 10;  // bytes or tokens to the end of a listing

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

// What a listing right behind a name tells; empty where none stands there. It goes by bytes, as codes
// are cut into tokens in several ways.
std::string_view Speakers::listed_behind(std::uint32_t token) const {
  const std::string_view text = reading_.text();
  std::size_t at = reading_.span({token, token + 1}).end;
  const auto blank = [&] { return at < text.size() && (text[at] == ' ' || text[at] == '\n'); };
  while (blank()) ++at;
  if (text.substr(at).starts_with("'s")) at += 2;
  while (blank()) ++at;
  if (at + 1 >= text.size() || (text[at] != '<' && text[at] != '(')) return {};
  const bool is_bracket = text[at] == '(';
  const std::size_t first = ++at;
  while (at < text.size() && at - first < kFarthest && (is_capital(text[at]) || text[at] == '.')) ++at;
  if (at >= text.size() || at == first) return {};
  const std::string_view code = text.substr(first, at - first);
  if (text[at] == (is_bracket ? ')' : '>')) {
    const std::size_t dot = code.find('.');
    // "(FER)" is a short name as well, and so is "(U.N.)".
    if (dot == 0 || (is_bracket && (dot == code.npos || dot < 2))) return {};
    const std::string* country = reading_.knowledge().sign(
        SignKind::kListing, dot == code.npos ? std::string_view("-") : code.substr(dot + 1));
    return country ? std::string_view(*country) : std::string_view();
  }
  // "(NYSE: FER)", "(NYSE Amex: FER)".
  if (!is_bracket) return {};
  const std::size_t colon = text.substr(first, 2 * kFarthest).find(':');
  if (colon == text.npos) return {};
  std::string exchange(text.substr(first, colon));
  for (char& c : exchange) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  const std::string* country = reading_.knowledge().sign(SignKind::kExchange, exchange);
  return country ? std::string_view(*country) : std::string_view();
}

// The body of the tables whose name an entity is only a part of: "Ferris" or "Rowe and Co" of "Ferris,
// Rowe and Co".
BodyFound Speakers::whole_name(Range part) const {
  constexpr std::uint32_t kBefore = 4;  // tokens
  const Sentence& sentence = reading_.sentence_of(part.first);
  std::uint32_t first = part.first - std::min(part.first - sentence.first_token, kBefore);
  for (; first <= part.first; ++first) {
    const BodyFound found = body_at(reading_, first, sentence.end_token);
    if (found.body && found.range.contains(part) && found.range.size() > part.size()) return found;
  }
  return {};
}

// Gives firms of whom nothing else tells where they are at home the country of their listing or form.
void Speakers::learn_signs() {
  const Knowledge& knowledge = reading_.knowledge();
  for (const Entity& entity : reading_.document().entities) {
    const bool is_name = entity.type == EntityType::kOrg || entity.type == EntityType::kPerson;
    if (!is_name || entity.first_token >= entity.end_token || entity.end_token > reading_.size() ||
        actor_at_[entity.first_token] == kNone) {
      continue;
    }
    const std::uint32_t actor = actor_at_[entity.first_token];
    if (cast_[actor].kind != ActorKind::kOrganization || cast_[actor].is_of_no_country) continue;
    if (const BodyFound whole = whole_name({entity.first_token, entity.end_token}); whole.body) {
      cast_.describe(actor, {whole.body->country, whole.body->sectors, whole.body->code, false});
    }
    const Range name = without_genitive(reading_, {entity.first_token, entity.end_token});
    std::uint32_t last = name.end - 1;
    // "Ferris" may end before its "Plc".
    if (last + 1 < reading_.size() && reading_.is_capitalized(last + 1) &&
        reading_.sentence(last + 1) == reading_.sentence(last) &&
        (is_company_suffix(reading_.plain(last + 1)) ||
         knowledge.sign(SignKind::kForm, reading_.plain(last + 1)))) {
      ++last;
    }
    const std::string* form = last > name.first && reading_.is_capitalized(last)
                                  ? knowledge.sign(SignKind::kForm, reading_.plain(last))
                                  : nullptr;
    std::string_view country = listed_behind(last);
    if (country.empty() && last + 1 == name.end) country = listed_behind(entity.end_token - 1);
    const bool is_listed = !country.empty();
    if (form && (!is_listed || country == "USA")) country = *form;
    if (!is_listed && country.empty()) continue;
    Standing told;
    if (cast_[actor].standing.country.empty()) told.country = country;
    if (cast_[actor].standing.sectors.empty()) told.sectors = {"BUS"};
    cast_.describe(actor, told);
  }
}

// The country in whose money the article counts, where it counts in no other's; empty where none.
std::string_view Speakers::currency() const {
  std::string_view found;
  for (std::uint32_t t = 0; t < reading_.size(); ++t) {
    const std::string* country = reading_.knowledge().sign(SignKind::kMoney, reading_.plain(t));
    if (!country) continue;
    // "10 mln marks", but no "question marks".
    const bool is_amount = t > 0 && (reading_.upos(t - 1) == Upos::kNum || reading_.plain(t - 1) == "mln" ||
                                     reading_.plain(t - 1) == "billion" || reading_.plain(t - 1) == "million" ||
                                     reading_.plain(t - 1) == "bn");
    const bool is_sign = reading_.word(t) == "$" && t + 1 < reading_.size() &&
                         reading_.upos(t + 1) == Upos::kNum;
    if (!is_amount && !is_sign) continue;
    if (!found.empty() && found != *country) return {};
    found = *country;
  }
  return found;
}

}  // namespace tacitus
