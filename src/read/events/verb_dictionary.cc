// Holds the patterns of a verb dictionary against a text; verb_patterns.cc reads them.
#include "read/events/verb_dictionary.h"

#include <algorithm>
#include <utility>

#include "read/events/verb_patterns.h"

namespace tacitus {
namespace {

using Words = VerbPatterns::Words;
using Part = VerbPatterns::Part;
using Code = VerbPatterns::Code;

constexpr std::uint32_t kReach = 20;  // tokens that a pattern may skip, on either side

// A walk over the tokens of one sentence, from a verb to one side.
class Walk {
 public:
  Walk(const Reading& reading, std::uint32_t verb, bool forward)
      : reading_(reading), sentence_(reading.sentence_of(verb)), forward_(forward),
        at_(forward ? verb + 1 : verb) {}

  bool ended() const {
    return forward_ ? at_ >= sentence_.end_token : at_ <= sentence_.first_token;
  }
  void step() { forward_ ? ++at_ : --at_; }
  std::uint32_t place() const { return at_; }
  void go(std::uint32_t place) { at_ = place; }

  // Takes a run of words if it stands here.
  bool take(const Words& words) {
    const auto n = static_cast<std::uint32_t>(words.size());
    const std::uint32_t first = forward_ ? at_ : at_ - std::min(at_, n);
    if (first < sentence_.first_token || first + n > sentence_.end_token) return false;
    for (std::uint32_t i = 0; i < n; ++i) {
      if (reading_.plain(first + i) != words[i]) return false;
    }
    at_ = forward_ ? first + n : first;
    return true;
  }

 private:
  const Reading& reading_;
  const Sentence& sentence_;
  bool forward_;
  std::uint32_t at_;  // forward the next token; backward the one behind the next
};

bool take_any(Walk& walk, const Part& part) {
  return std::any_of(part.choices.begin(), part.choices.end(),
                     [&](const Words& words) { return walk.take(words); });
}

bool follows(Walk walk, const std::vector<Part>& parts) {
  std::uint32_t skipped = 0;
  for (const Part& part : parts) {
    if (part.is_anything) {
      if (walk.ended()) return false;
      walk.step();
      continue;
    }
    while (!take_any(walk, part)) {
      if (part.is_joined || walk.ended() || ++skipped > kReach) return false;
      walk.step();
    }
  }
  return true;
}

// Whether the subject of a verb is several: "A and B".
bool has_compound_subject(const Reading& reading, std::uint32_t verb) {
  const std::uint32_t subject = reading.child(verb, Deprel::kNsubj);
  return subject != kNone && reading.child(subject, Deprel::kConj) != kNone;
}

bool stands(Walk walk, const Words& words) { return words.empty() || walk.take(words); }

}  // namespace

VerbDictionary VerbDictionary::parse(std::string_view text, const std::string& file,
                                     std::vector<std::string>& complaints) {
  auto patterns = std::make_unique<VerbPatterns>();
  patterns->file = file;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    ++number;
    if (const VerbPatterns::Trouble trouble = patterns->read_line(text.substr(0, end), number)) {
      complaints.push_back(file + ':' + std::to_string(number) + ": " + *trouble);
    }
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return VerbDictionary(std::move(patterns));
}

std::optional<VerbDictionary::Match> VerbDictionary::match(const Reading& reading,
                                                          std::uint32_t verb) const {
  const auto found = patterns_->by_form.find(reading.plain(verb));
  if (found == patterns_->by_form.end()) return std::nullopt;
  // A form that is listed itself ("LEFT") goes before one that is made by rule ("left" of LEAVE).
  const bool is_listed =
      std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t index) {
        return patterns_->verbs[index].listed == found->first;
      });
  const Code* best = nullptr;
  bool is_compound = false;
  std::uint32_t best_words = 0, most_beside = 0;
  const Walk forward(reading, verb, true), backward(reading, verb, false);
  for (const std::uint32_t index : found->second) {
    const VerbPatterns::Verb& one = patterns_->verbs[index];
    if (is_listed && one.listed != found->first) continue;
    if (!stands(forward, one.behind) || !stands(backward, one.before)) continue;
    const auto beside = static_cast<std::uint32_t>(one.before.size() + one.behind.size());
    const VerbPatterns::Group& group = patterns_->groups[one.group];
    const Code& own = one.code ? *one.code : group.code;
    if (!best || beside > most_beside) {
      best = &own;
      best_words = 0;
      is_compound = false;
      most_beside = beside;
    }
    for (const VerbPatterns::Pattern& pattern : group.patterns) {
      if (pattern.words <= best_words || beside < most_beside) continue;
      if (pattern.is_compound && !has_compound_subject(reading, verb)) continue;
      if (!follows(backward, pattern.before) || !follows(forward, pattern.behind)) continue;
      best = &pattern.code;
      best_words = pattern.words;
      is_compound = pattern.is_compound;
    }
  }
  if (!best || (best->is_none && best_words == 0)) return std::nullopt;
  return Match{best->forward, best->reverse, patterns_->file + ':' + std::to_string(best->line),
               best_words, is_compound};
}

VerbDictionary::VerbDictionary(std::unique_ptr<VerbPatterns> patterns)
    : patterns_(std::move(patterns)) {}
VerbDictionary::VerbDictionary(VerbDictionary&&) noexcept = default;
VerbDictionary& VerbDictionary::operator=(VerbDictionary&&) noexcept = default;
VerbDictionary::~VerbDictionary() = default;

}  // namespace tacitus
