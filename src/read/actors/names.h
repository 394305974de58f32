// The model's labels as the rules know them: numbers of a token to parts of speech and relations.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace tacitus {

// Universal parts of speech.
enum class Upos : std::uint8_t {
  kAdj, kAdp, kAdv, kAux, kCconj, kDet, kIntj, kNoun, kNum, kPart, kPron, kPropn, kPunct, kSconj,
  kSym, kVerb, kX,
};

// The Universal Dependencies relations that some rule asks for.
enum class Deprel : std::uint8_t {
  kOther, kRoot, kNsubj, kNsubjPass, kObj, kIobj, kObl, kOblAgent, kNmod, kNmodPoss, kNmodDesc,
  kNmodUnmarked, kAppos, kFlat, kCompound, kAmod, kDet, kNummod, kCase, kCop, kAux, kAcl, kRelcl,
  kAdvcl, kAdvmod, kCcomp, kXcomp, kParataxis, kConj, kCc, kMark, kPunct, kFixed,
};

// Made once of a model's label names; immutable and safe to share between threads. Names that are
// not known here, and numbers that the model has no name for, are kX and kOther.
class Names {
 public:
  Names(const std::vector<std::string>& upos, const std::vector<std::string>& deprels);

  Upos upos(std::uint8_t label) const { return upos_[label]; }
  Deprel deprel(std::uint8_t label) const { return deprels_[label]; }

 private:
  std::array<Upos, 256> upos_;
  std::array<Deprel, 256> deprels_;
};

}  // namespace tacitus
