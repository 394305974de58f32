// What words tell a stance: the frames in knowledge/stance/predicates.tsv, the classes that they and
// the rules for issues ask for, and words that judge.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/record.h"

namespace tacitus {

// Where a frame's holder or issue stands; the file's first lines say what each means.
enum class StanceSlot : std::uint8_t {
  kSubject, kObject, kInfinitive, kGerund, kClause, kMust, kOwn, kWhether, kObjectInfinitive,
  kObjectAnd, kPrepositionInfinitive, kPerson, kReceiver, kPossessor, kSelf, kCompound, kSaid, kPreposition,
};

struct StanceArgument {
  StanceSlot slot = StanceSlot::kSubject;
  std::string preposition;      // of kPreposition, kPrepositionInfinitive and kObjectAnd
  std::uint64_t classes = 0;    // of which the object's noun, or the infinitive, must be one; 0 for any
};

enum class StanceKind : std::uint8_t { kVerb, kNoun, kAdjective };

// One line of predicates.tsv.
struct StanceFrame {
  std::uint32_t line = 0;
  std::string name;                      // its first word and the other cells: "hope verb inf support -"
  StanceKind kind = StanceKind::kVerb;
  std::optional<Stance> stance;          // none: only its denial tells something
  std::optional<Stance> denied;          // none: nothing is told then
  std::vector<std::string> particles;    // of the verb
  std::vector<StanceArgument> holders, issues;
};

// What a word says of what it is said of.
enum class Judgement : std::uint8_t { kNone, kGood, kBad };

// The texts of the tables.
struct StanceTexts {
  std::string_view predicates, classes, values, nominal;
};

// Immutable and safe to share between threads.
class StanceWords {
 public:
  static const StanceWords& builtin();

  // Errors: kBadInput for a line that is not as its file's first lines say, named with file and
  // line.
  static Result<StanceWords> parse(const StanceTexts& texts);

  const StanceFrame& frame(std::uint32_t index) const;
  // Frames by number, in the order of the file. All forms of a word, in small letters, have them.
  std::span<const std::uint32_t> frames(StanceKind kind, std::string_view form) const;

  // Whether any form of a word of a class is this one; false for a class that there is not.
  bool is(std::string_view class_name, std::string_view form) const;
  // The classes of a word, one bit each.
  std::uint64_t classes(std::string_view form) const;

  Judgement judgement(StanceKind kind, std::string_view form) const;

  // What stands for a verb and its preposition (empty for its object) as an issue: "talks with" for
  // "talk to"; empty where nothing does.
  std::string_view nominal(std::string_view verb_form, std::string_view preposition) const;

  StanceWords(StanceWords&&) noexcept;
  StanceWords& operator=(StanceWords&&) noexcept;
  ~StanceWords();

 private:
  struct Tables;
  explicit StanceWords(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

// Whether a stance is for its issue (support, accept, offer, open) or against it (oppose, reject,
// threaten, deny); neither for the others.
bool is_for(Stance stance);
bool is_against(Stance stance);
// The stance of who does not have this one, where another verb says so ("refused to oppose"); none for others.
std::optional<Stance> turned(Stance stance);

}  // namespace tacitus
