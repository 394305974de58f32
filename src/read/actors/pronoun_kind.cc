// Pronouns of English, by what they can stand for.
#include "read/actors/pronoun_kind.h"

namespace tacitus {

PronounKind pronoun_kind(std::string_view word) {
  using enum PronounKind;
  struct Row {
    PronounKind kind;
    std::string_view word;
  };
  static constexpr Row kRows[] = {
      {kHe, "he"}, {kHe, "him"}, {kHe, "his"}, {kHe, "himself"},
      {kShe, "she"}, {kShe, "her"}, {kShe, "hers"}, {kShe, "herself"},
      {kIt, "it"}, {kIt, "its"}, {kIt, "itself"},
      {kThey, "they"}, {kThey, "them"}, {kThey, "their"}, {kThey, "theirs"}, {kThey, "themselves"},
      {kRelative, "who"}, {kRelative, "whom"}, {kRelative, "whose"}, {kRelative, "which"},
      {kRelative, "that"},
      {kFirst, "i"}, {kFirst, "me"}, {kFirst, "my"}, {kFirst, "myself"}, {kFirst, "mine"},
      {kFirst, "we"}, {kFirst, "us"}, {kFirst, "our"}, {kFirst, "ours"}, {kFirst, "ourselves"},
  };
  for (const Row& row : kRows) {
    if (row.word == word) return row.kind;
  }
  return kNone;
}

bool fits(const Member& member, PronounKind kind) {
  switch (kind) {
    case PronounKind::kHe:
      return member.kind == ActorKind::kPerson && member.gender != Gender::kFemale;
    case PronounKind::kShe:
      return member.kind == ActorKind::kPerson && member.gender != Gender::kMale;
    case PronounKind::kIt:
      return member.kind != ActorKind::kPerson && member.kind != ActorKind::kGroup;
    case PronounKind::kThey:
      return member.kind != ActorKind::kPerson;
    default:
      return false;
  }
}

}  // namespace tacitus
