// The model's labels as the rules know them.
#include "read/actors/names.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tacitus {
namespace {

constexpr std::pair<std::string_view, Upos> kUpos[] = {
    {"ADJ", Upos::kAdj},     {"ADP", Upos::kAdp},     {"ADV", Upos::kAdv},
    {"AUX", Upos::kAux},     {"CCONJ", Upos::kCconj}, {"DET", Upos::kDet},
    {"INTJ", Upos::kIntj},   {"NOUN", Upos::kNoun},   {"NUM", Upos::kNum},
    {"PART", Upos::kPart},   {"PRON", Upos::kPron},   {"PROPN", Upos::kPropn},
    {"PUNCT", Upos::kPunct}, {"SCONJ", Upos::kSconj}, {"SYM", Upos::kSym},
    {"VERB", Upos::kVerb},   {"X", Upos::kX},
};

// Relations by their full name, or by the part before the colon where no subtype is asked for.
constexpr std::pair<std::string_view, Deprel> kDeprels[] = {
    {"root", Deprel::kRoot},
    {"nsubj", Deprel::kNsubj},
    {"nsubj:pass", Deprel::kNsubjPass},
    {"obj", Deprel::kObj},
    {"iobj", Deprel::kIobj},
    {"obl", Deprel::kObl},
    {"obl:agent", Deprel::kOblAgent},
    {"nmod", Deprel::kNmod},
    {"nmod:poss", Deprel::kNmodPoss},
    {"nmod:desc", Deprel::kNmodDesc},
    {"nmod:unmarked", Deprel::kNmodUnmarked},
    {"obl:unmarked", Deprel::kOther},
    {"appos", Deprel::kAppos},
    {"flat", Deprel::kFlat},
    {"compound", Deprel::kCompound},
    {"compound:prt", Deprel::kOther},
    {"amod", Deprel::kAmod},
    {"det", Deprel::kDet},
    {"nummod", Deprel::kNummod},
    {"case", Deprel::kCase},
    {"cop", Deprel::kCop},
    {"aux", Deprel::kAux},
    {"acl", Deprel::kAcl},
    {"acl:relcl", Deprel::kRelcl},
    {"advcl", Deprel::kAdvcl},
    {"advmod", Deprel::kAdvmod},
    {"ccomp", Deprel::kCcomp},
    {"xcomp", Deprel::kXcomp},
    {"parataxis", Deprel::kParataxis},
    {"conj", Deprel::kConj},
    {"cc", Deprel::kCc},
    {"mark", Deprel::kMark},
    {"punct", Deprel::kPunct},
    {"fixed", Deprel::kFixed},
    {"goeswith", Deprel::kFixed},
};

Deprel deprel_named(std::string_view name) {
  for (const auto& [known, deprel] : kDeprels) {
    if (known == name) return deprel;
  }
  const std::size_t colon = name.find(':');
  return colon == name.npos ? Deprel::kOther : deprel_named(name.substr(0, colon));
}

}  // namespace

Names::Names(const std::vector<std::string>& upos, const std::vector<std::string>& deprels) {
  upos_.fill(Upos::kX);
  deprels_.fill(Deprel::kOther);
  for (std::size_t i = 0; i < std::min(upos.size(), upos_.size()); ++i) {
    for (const auto& [known, tag] : kUpos) {
      if (known == upos[i]) upos_[i] = tag;
    }
  }
  for (std::size_t i = 0; i < std::min(deprels.size(), deprels_.size()); ++i) {
    deprels_[i] = deprel_named(deprels[i]);
  }
}

}  // namespace tacitus
