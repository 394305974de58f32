// Parses the tables of knowledge/stance/ and looks words up.
#include "read/positions/stance_words.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "read/builtin_tables.h"
#include "read/events/verb_forms.h"
#include "read/statements/plural.h"
#include "read/table.h"
#include "read/word_map.h"

namespace tacitus {
namespace {

using Trouble = std::optional<std::string>;

constexpr std::pair<std::string_view, Stance> kStances[] = {
    {"support", Stance::kSupport}, {"oppose", Stance::kOppose},     {"accept", Stance::kAccept},
    {"reject", Stance::kReject},   {"demand", Stance::kDemand},     {"threaten", Stance::kThreaten},
    {"offer", Stance::kOffer},     {"open", Stance::kOpen},         {"deny", Stance::kDeny},
    {"undecided", Stance::kUndecided},
};

constexpr std::pair<std::string_view, StanceKind> kKinds[] = {
    {"verb", StanceKind::kVerb}, {"noun", StanceKind::kNoun}, {"adj", StanceKind::kAdjective}};

constexpr std::pair<std::string_view, StanceSlot> kSlots[] = {
    {"subj", StanceSlot::kSubject},   {"obj", StanceSlot::kObject},
    {"inf", StanceSlot::kInfinitive}, {"ing", StanceSlot::kGerund},
    {"that", StanceSlot::kClause},    {"must", StanceSlot::kMust},
    {"own", StanceSlot::kOwn},        {"whether", StanceSlot::kWhether},
    {"obj+inf", StanceSlot::kObjectInfinitive}, {"poss", StanceSlot::kPossessor},
    {"self", StanceSlot::kSelf},      {"compound", StanceSlot::kCompound},
    {"said", StanceSlot::kSaid},       {"person", StanceSlot::kPerson},
    {"rec", StanceSlot::kReceiver},
};

template <class T, std::size_t n>
std::optional<T> named(const std::pair<std::string_view, T> (&table)[n], std::string_view name) {
  for (const auto& [key, value] : table) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::vector<std::string_view> split_at(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return parts;
}

}  // namespace

bool is_for(Stance stance) {
  return stance == Stance::kSupport || stance == Stance::kAccept || stance == Stance::kOffer ||
         stance == Stance::kOpen;
}

std::optional<Stance> turned(Stance stance) {
  switch (stance) {
    case Stance::kSupport: case Stance::kAccept: case Stance::kOffer: case Stance::kOpen:
      return Stance::kReject;
    case Stance::kOppose: case Stance::kReject: return Stance::kAccept;
    default: return std::nullopt;
  }
}

bool is_against(Stance stance) {
  return stance == Stance::kOppose || stance == Stance::kReject || stance == Stance::kThreaten ||
         stance == Stance::kDeny;
}

struct StanceWords::Tables {
  IrregularVerbs irregular = irregular_verbs();
  std::vector<StanceFrame> frames;
  std::array<WordMap<std::vector<std::uint32_t>>, 3> by_kind;
  std::vector<std::string> class_names;
  WordMap<std::uint64_t> classes;
  std::array<WordMap<Judgement>, 3> values;
  WordMap<std::string> nominals;  // by "verb form" + ' ' + preposition

  std::vector<std::string> forms(StanceKind kind, std::string_view word) const {
    if (kind == StanceKind::kVerb) return forms_of_verb(word, irregular);
    std::vector<std::string> out{std::string(word)};
    if (kind == StanceKind::kNoun) out.push_back(plural_of(word));
    return out;
  }

  std::uint64_t bit_of(std::string_view name) const {
    const auto found = std::find(class_names.begin(), class_names.end(), name);
    return found == class_names.end() ? 0 : 1ULL << (found - class_names.begin());
  }

  // Each fills its part from one line; an error's message is still without file and line.
  Trouble add_class(const TableLine& line);
  Trouble add_predicate(const TableLine& line);
  Trouble add_value(const TableLine& line);
  Trouble add_nominal(const TableLine& line);

 private:
  Trouble read_arguments(std::string_view cell, std::vector<StanceArgument>& out) const;
};

Trouble StanceWords::Tables::add_class(const TableLine& line) {
  if (line.cells.size() != 2) return "not class and words";
  if (class_names.size() == 64) return "over 64 classes";
  const std::uint64_t bit = 1ULL << class_names.size();
  class_names.emplace_back(line.cells[0]);
  for (const std::string_view word : split_cell(line.cells[1])) {
    for (const StanceKind kind : {StanceKind::kVerb, StanceKind::kNoun}) {
      for (const std::string& form : forms(kind, word)) classes[form] |= bit;
    }
  }
  return std::nullopt;
}

Trouble StanceWords::Tables::read_arguments(std::string_view cell,
                                            std::vector<StanceArgument>& out) const {
  for (const std::string_view part : split_at(cell, ',')) {
    StanceArgument argument;
    if (const auto slot = named(kSlots, part)) {
      argument.slot = *slot;
    } else if (part.starts_with("obj=") || part.starts_with("inf=")) {
      argument.slot = part.starts_with("obj") ? StanceSlot::kObject : StanceSlot::kInfinitive;
      argument.classes = bit_of(part.substr(4));
      if (argument.classes == 0) return "no class \"" + std::string(part.substr(4)) + '"';
    } else if (const std::size_t is = part.find('='); is != std::string_view::npos) {
      argument.slot = StanceSlot::kPreposition;
      argument.preposition = part.substr(0, is);
      argument.classes = bit_of(part.substr(is + 1));
      if (argument.classes == 0) return "no class \"" + std::string(part.substr(is + 1)) + '"';
    } else if (part.starts_with("obj+")) {
      argument.slot = StanceSlot::kObjectAnd;
      argument.preposition = part.substr(4);
    } else if (part.ends_with("+inf")) {
      argument.slot = StanceSlot::kPrepositionInfinitive;
      argument.preposition = part.substr(0, part.size() - 4);
    } else {
      argument.slot = StanceSlot::kPreposition;
      argument.preposition = part;
    }
    out.push_back(std::move(argument));
  }
  return out.empty() ? Trouble("an empty cell") : std::nullopt;
}

Trouble StanceWords::Tables::add_predicate(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 6) return "not words, kind, holder, issue, stance and denied stance";
  StanceFrame frame;
  frame.line = line.number;
  const auto kind = named(kKinds, cells[1]);
  if (!kind) return "a kind that is not known";
  frame.kind = *kind;
  if (cells[4] != "-") {
    frame.stance = named(kStances, cells[4]);
    if (!frame.stance) return "a stance that is not known";
  }
  frame.name = cells[0].substr(0, cells[0].find('|'));
  for (const std::size_t cell : {1UL, 3UL, 4UL, 5UL}) frame.name += ' ' + std::string(cells[cell]);
  if (Trouble trouble = read_arguments(cells[2], frame.holders)) return trouble;
  if (Trouble trouble = read_arguments(cells[3], frame.issues)) return trouble;
  if (cells[5] != "-") {
    frame.denied = named(kStances, cells[5]);
    if (!frame.denied) return "a denied stance that is not known";
  }
  for (const std::string_view words : split_cell(cells[0])) {
    const std::vector<std::string_view> parts = split_at(words, ' ');
    if (parts.empty()) return "no word";
    StanceFrame one = frame;
    for (std::size_t i = 1; i < parts.size(); ++i) one.particles.emplace_back(parts[i]);
    const auto index = static_cast<std::uint32_t>(frames.size());
    frames.push_back(std::move(one));
    for (const std::string& form : forms(*kind, parts[0])) {
      by_kind[static_cast<std::size_t>(*kind)][form].push_back(index);
    }
  }
  return std::nullopt;
}

Trouble StanceWords::Tables::add_value(const TableLine& line) {
  if (line.cells.size() != 3) return "not value, kind and words";
  const auto kind = named(kKinds, line.cells[1]);
  if (!kind) return "a kind that is not known";
  if (line.cells[0] != "good" && line.cells[0] != "bad") return "neither good nor bad";
  const Judgement judgement = line.cells[0] == "good" ? Judgement::kGood : Judgement::kBad;
  for (const std::string_view word : split_cell(line.cells[2])) {
    for (const std::string& form : forms(*kind, word)) {
      values[static_cast<std::size_t>(*kind)].try_emplace(form, judgement);
    }
  }
  return std::nullopt;
}

Trouble StanceWords::Tables::add_nominal(const TableLine& line) {
  if (line.cells.size() != 2) return "not verb with preposition, and words";
  const std::vector<std::string_view> parts = split_at(line.cells[0], ' ');
  if (parts.size() != 2) return "not verb and preposition";
  for (const std::string& form : forms(StanceKind::kVerb, parts[0])) {
    const std::string preposition(parts[1] == "-" ? std::string_view() : parts[1]);
    nominals.try_emplace(form + ' ' + preposition, line.cells[1]);
  }
  return std::nullopt;
}

Result<StanceWords> StanceWords::parse(const StanceTexts& texts) {
  auto tables = std::make_unique<Tables>();
  const auto wrong = read_tables<Tables>(
      "knowledge/stance/",
      {
          {"classes.tsv", texts.classes, &Tables::add_class},
          {"predicates.tsv", texts.predicates, &Tables::add_predicate},
          {"values.tsv", texts.values, &Tables::add_value},
          {"nominal.tsv", texts.nominal, &Tables::add_nominal},
      },
      *tables);
  if (wrong) return *wrong;
  return StanceWords(std::move(tables));
}

const StanceWords& StanceWords::builtin() {
  static const StanceWords kBuiltin = [] {
    Result<StanceWords> parsed = parse({k_stance_predicates_tsv, k_stance_classes_tsv,
                                        k_stance_values_tsv, k_stance_nominal_tsv});
    assert(parsed.ok());  // a test holds it
    return std::move(parsed).value();
  }();
  return kBuiltin;
}

const StanceFrame& StanceWords::frame(std::uint32_t index) const { return tables_->frames[index]; }

std::span<const std::uint32_t> StanceWords::frames(StanceKind kind, std::string_view form) const {
  const auto& words = tables_->by_kind[static_cast<std::size_t>(kind)];
  const auto found = words.find(form);
  if (found == words.end()) return {};
  return found->second;
}

std::uint64_t StanceWords::classes(std::string_view form) const {
  const auto found = tables_->classes.find(form);
  return found == tables_->classes.end() ? 0 : found->second;
}

bool StanceWords::is(std::string_view class_name, std::string_view form) const {
  return (classes(form) & tables_->bit_of(class_name)) != 0;
}

Judgement StanceWords::judgement(StanceKind kind, std::string_view form) const {
  const auto& words = tables_->values[static_cast<std::size_t>(kind)];
  const auto found = words.find(form);
  return found == words.end() ? Judgement::kNone : found->second;
}

std::string_view StanceWords::nominal(std::string_view verb_form,
                                      std::string_view preposition) const {
  std::string key(verb_form);
  key += ' ';
  key += preposition;
  const auto found = tables_->nominals.find(key);
  return found == tables_->nominals.end() ? std::string_view() : std::string_view(found->second);
}

StanceWords::StanceWords(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
StanceWords::StanceWords(StanceWords&&) noexcept = default;
StanceWords& StanceWords::operator=(StanceWords&&) noexcept = default;
StanceWords::~StanceWords() = default;

}  // namespace tacitus
