// How an issue's words name those whom its pronouns mean.
#include <algorithm>
#include <cctype>

#include "read/events/clause.h"
#include "read/positions/issue_writer.h"
#include "read/positions/word_lists.h"

namespace tacitus {
namespace {

// Whether a name has words behind its noun, which no possessive stands behind: "rebels in the north".
bool goes_on_behind_noun(std::string_view name) {
  for (const std::string_view preposition : {" in ", " from ", " with ", " on ", " at ", " near ", " outside "}) {
    if (name.find(preposition) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

// What a sentence calls an actor: "ministry" and "Foreign Ministry" with the article that stands before them
// there, and who is only described ("a police spokesman", "Village leaders") as one who is known by now.
void IssueWriter::learn_name(const Mention& mention, std::uint32_t first) {
  const std::uint32_t actor = *mention.actor;
  if (actor >= record_.actors.size() || !called_[actor].empty()) return;
  std::string name = record_.actors[actor].name;
  const std::string_view opening = std::string_view(name).substr(0, name.find(' '));
  const bool is_article = opening == "a" || opening == "an";
  // The words of a mention may have "the" in front, which the name has not.
  std::uint32_t at = first;
  if (reading_.plain(at) == "the" && opening != "the" && at + 1 < reading_.size()) ++at;
  const bool is_here = is_article ? reading_.plain(at) == opening : reading_.word(at) == opening;
  if (!is_here) return;
  const bool has_the = !is_article && at > 0 && reading_.plain(at - 1) == "the";
  const bool is_described = mention.type == MentionType::kNom && reading_.upos(at) != Upos::kPropn;
  if (!is_described && !has_the) return;
  if (is_article) name.erase(0, opening.size() + 1);
  if (is_described && !name.empty()) name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
  const Upos upos = reading_.upos(at);
  const bool has_other = !is_article && (upos == Upos::kDet || upos == Upos::kPron || upos == Upos::kNum ||
                                         is_one_of(reading_.plain(at), {"several", "many", "some", "few", "most"}));
  called_[actor] = has_the || !has_other ? "the " + name : name;
}

// The subject of the clause that a noun stands in, without those of which it is itself the subject: in "Norland
// denied reports that its troops had left" for the troops Norland, in "urged the bloc to open its market" the bloc.
std::uint32_t IssueWriter::governing_subject(std::uint32_t noun) const {
  std::uint32_t below = noun;
  for (std::uint32_t steps = 0; steps < kMostClimbs; ++steps) {
    const std::uint32_t above = reading_.head(below);
    if (above == kNone) return kNone;
    const bool is_infinitives = reading_.deprel(below) == Deprel::kXcomp && reading_.upos(below) == Upos::kVerb;
    std::uint32_t subject = kNone;
    for (const Deprel deprel : {Deprel::kObj, Deprel::kIobj}) {
      const std::uint32_t asked = is_infinitives ? reading_.child(above, deprel) : kNone;
      if (asked != kNone && asked > above && asked < below) subject = asked;
    }
    if (subject == kNone) subject = reading_.child(above, Deprel::kNsubj);
    if (subject == kNone) subject = reading_.child(above, Deprel::kNsubjPass);
    const bool is_relative = subject != kNone && reading_.deprel(above) == Deprel::kRelcl &&
                             is_one_of(reading_.plain(subject), {"who", "which", "that"});
    if (is_relative) return reading_.head(above);
    if (subject != kNone && subject != below && subject < noun) return subject;
    below = above;
  }
  return kNone;
}

// "It" and "they", "its" and "their" mean the subject of the clause that governs them or somebody else, and whom
// is not sure where that subject is another who could be meant.
bool IssueWriter::may_be_anothers(std::uint32_t owner) const {
  const bool owns = is_one_of(reading_.plain(owner), {"its", "their"});
  const bool acts = is_one_of(reading_.plain(owner), {"it", "they"}) && reading_.deprel(owner) == Deprel::kNsubj;
  if ((!owns && !acts) || reading_.head(owner) == kNone) return false;
  const std::uint32_t subject = governing_subject(owns ? reading_.head(owner) : owner);
  if (subject == kNone) return false;
  std::uint32_t actor = named_.at(subject);
  if (actor == kNone) actor = pronoun_.at(subject);
  if (actor == kNone || actor >= record_.actors.size() || actor == pronoun_.at(owner)) return false;
  return record_.actors[actor].kind != "person" || reading_.plain(subject).ends_with('s');
}

// The text of a range with single spaces. The first pronoun for each actor that is not named yet gives way to
// its name; quotation marks go where they have no partner.
std::string IssueWriter::render(Range range, Range before) const {
  std::uint32_t marks = 0;
  for (std::uint32_t t = range.first; t < range.end; ++t) marks += is_double_quote(reading_.word(t));
  std::string out;
  std::vector<std::uint32_t> named;
  for (std::uint32_t t = before.first; t < before.end; ++t) {
    for (const std::uint32_t actor : {named_.at(t), pronoun_.at(t)}) {
      if (actor != kNone) named.push_back(actor);
    }
  }
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    const std::string_view word = reading_.word(t);
    const auto& tokens = reading_.document().tokens;
    const bool gap = t > range.first && tokens[t - 1].span.end < tokens[t].span.begin;
    if (marks % 2 == 1 && is_double_quote(word)) {
      if (gap && !out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    if (gap && !out.empty() && out.back() != ' ') out += ' ';
    const std::uint32_t actor = pronoun_.at(t);
    const bool is_new = actor != kNone && actor < record_.actors.size() &&
                        std::find(named.begin(), named.end(), actor) == named.end();
    if (named_.at(t) != kNone) named.push_back(named_.at(t));
    if (!is_new || reading_.plain(t).ends_with("self") || reading_.plain(t).ends_with("selves") || may_be_anothers(t)) {
      // The article that opened a sentence or quotation opens a phrase.
      const bool is_opening = out.empty() && reading_.upos(t) == Upos::kDet &&
                              (t == reading_.sentence_of(t).first_token || is_double_quote(reading_.word(t - 1)));
      out += is_opening ? reading_.plain(t) : word;
      continue;
    }
    // "The rebels in the north's offensive" is no English.
    const bool is_owner = reading_.deprel(t) == Deprel::kNmodPoss;
    if (is_owner && goes_on_behind_noun(record_.actors[actor].name)) {
      out += word;
      continue;
    }
    named.push_back(actor);
    const bool has_form = actor < called_.size() && !called_[actor].empty();
    const std::string& name = has_form ? called_[actor] : record_.actors[actor].name;
    out += name;
    if (is_owner) out += name.ends_with('s') ? "'" : "'s";
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace tacitus
