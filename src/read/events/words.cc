// Parses the frames and word lists of knowledge/plover/ and looks them up.
#include "read/events/words.h"

#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <unordered_map>
#include <utility>

#include "read/builtin_tables.h"
#include "read/events/verb_forms.h"
#include "read/statements/plural.h"
#include "read/table.h"
#include "read/word_map.h"

namespace tacitus {
namespace {

using Trouble = std::optional<std::string>;

std::vector<std::string_view> split_at(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return parts;
}

void append_words(std::string_view list, std::vector<std::string>& out) {
  for (const std::string_view word : split_at(list, ',')) out.emplace_back(word);
}

constexpr std::pair<std::string_view, Carrier> kCarriers[] = {
    {"planned", Carrier::kPlanned}, {"willing", Carrier::kWilling}, {"light", Carrier::kLight},
    {"possible", Carrier::kPossible}, {"done", Carrier::kDone},
    {"ongoing", Carrier::kOngoing}, {"denied", Carrier::kDenied},     {"modal", Carrier::kModal},
    {"future", Carrier::kFuture},   {"not", Carrier::kNot},           {"if", Carrier::kIf},
    {"rebutted", Carrier::kRebutted}, {"confirmed", Carrier::kConfirmed}, {"claim", Carrier::kClaim},
};

constexpr std::pair<std::string_view, Topic> kTopicNames[] = {
    {"sport", Topic::kSport}, {"markets", Topic::kMarkets}, {"weather", Topic::kWeather},
    {"result", Topic::kResult}};

}  // namespace

struct EventWords::Tables {
  const Plover* plover = nullptr;
  IrregularVerbs irregular;
  std::vector<EventFrame> frames;
  WordMap<std::vector<std::uint32_t>> verbs, nouns;
  std::vector<std::string> class_names;
  Bits bits;
  WordMap<NounClasses> classes;
  WordMap<Carrier> carriers, markers;
  WordMap<Topic> topics;

  // Each fills its part from one line; an error's message is still without file and line.
  Trouble add_class(const TableLine& line);
  Trouble add_verbs(const TableLine& line);
  Trouble add_nouns(const TableLine& line);
  Trouble add_carriers(const TableLine& line);
  Trouble add_topic(const TableLine& line);

  NounClasses bit_of(std::string_view name) const {
    NounClasses out;
    const auto found = std::find(class_names.begin(), class_names.end(), name);
    if (found != class_names.end()) out.set(static_cast<std::size_t>(found - class_names.begin()));
    return out;
  }

 private:
  Trouble read_frame(const TableLine& line, EventFrame& frame) const;
  Trouble read_part(std::string_view part, EventFrame& frame) const;
  Trouble read_classes(std::string_view names, NounClasses& out) const;
};

Trouble EventWords::Tables::add_class(const TableLine& line) {
  if (line.cells.size() != 2) return "not class and nouns";
  if (class_names.size() == kMostClasses) return "too many classes";
  class_names.emplace_back(line.cells[0]);
  const NounClasses bit = bit_of(line.cells[0]);
  for (const std::string_view noun : split_cell(line.cells[1])) {
    classes[std::string(noun)] |= bit;
    classes[plural_of(noun)] |= bit;
  }
  return std::nullopt;
}

Trouble EventWords::Tables::read_classes(std::string_view names, NounClasses& out) const {
  for (const std::string_view name : split_at(names, '+')) {
    const NounClasses bit = bit_of(name);
    if (bit.none()) return "no class \"" + std::string(name) + '"';
    out |= bit;
  }
  return std::nullopt;
}

// One part of a frame: "obj=attack+talks", "sym", ">on,against".
Trouble EventWords::Tables::read_part(std::string_view part, EventFrame& frame) const {
  if (part == "obj") frame.needs_object = true;
  else if (part == "-obj") frame.no_object = true;
  else if (part == "to") frame.needs_infinitive = true;
  else if (part == "that") frame.needs_clause = true;
  else if (part == "ing") frame.needs_gerund = true;
  else if (part == "must") frame.needs_must = true;
  else if (part == "own") frame.needs_own = true;
  else if (part == "ill") frame.needs_ill = true;
  else if (part == "state") frame.is_state = true;
  else if (part == "whom") frame.needs_whom = true;
  else if (part == "if") frame.needs_condition = true;
  else if (part == "-adj") frame.no_complement = true;
  else if (part == "pass") frame.only_passive = true;
  else if (part == "act") frame.only_active = true;
  else if (part == "sym") frame.is_symmetric = true;
  else if (part == "weak") frame.is_weak = true;
  else if (part == "anyone") frame.takes_anyone = true;
  else if (part == "alone") frame.takes_nobody = true;
  else if (part == "abroad") frame.is_abroad = frame.is_weak = true;
  else if (part.starts_with("prep=")) append_words(part.substr(5), frame.prepositions);
  else if (part.starts_with("prt=")) append_words(part.substr(4), frame.particles);
  else if (part.starts_with("is=")) append_words(part.substr(3), frame.claims);
  else if (part.starts_with("adj=")) append_words(part.substr(4), frame.complements);
  else if (part.starts_with('>')) append_words(part.substr(1), frame.recipients);
  else if (part.starts_with('<')) append_words(part.substr(1), frame.actors);
  else if (part.starts_with("obj=")) return read_classes(part.substr(4), frame.objects);
  else if (part.starts_with("to=")) return read_classes(part.substr(3), frame.infinitives);
  else if (part.starts_with("subj=")) return read_classes(part.substr(5), frame.subjects);
  else {
    return "a frame cannot have \"" + std::string(part) + '"';
  }
  return std::nullopt;
}

Trouble EventWords::Tables::read_frame(const TableLine& line, EventFrame& frame) const {
  const auto& cells = line.cells;
  if (cells.size() != 5) return "not words, frame, root, mode and code";
  frame.line = line.number;
  if (cells[1] != "-") {
    for (const std::string_view part : split_at(cells[1], ' ')) {
      if (Trouble trouble = read_part(part, frame)) return trouble;
    }
  }
  if (cells[2] != "none") {
    frame.root = root_named(cells[2]);
    if (!frame.root) return "a root that is not known";
  }
  if (cells[3] != "-") {
    frame.mode = cells[3];
    if (!frame.root || !plover->has_mode(*frame.root, cells[3])) return "no mode of the root";
  }
  if (cells[4] != "-") {
    frame.cameo = cells[4];
    if (!plover->cameo(frame.cameo)) return "no code of CAMEO";
  }
  frame.demands = 2 * frame.objects.any() + 3 * frame.subjects.any() + frame.needs_object + frame.no_object +
                  2 * frame.needs_infinitive + 2 * frame.needs_clause + 2 * frame.needs_gerund +
                  3 * frame.needs_must + frame.no_complement +
                  3 * frame.infinitives.any() + 2 * frame.needs_own + frame.needs_ill +
                  frame.only_passive + frame.only_active + 2 * !frame.prepositions.empty() +
                  3 * !frame.complements.empty() + 4 * !frame.claims.empty() +
                  2 * frame.needs_condition;
  return std::nullopt;
}

Trouble EventWords::Tables::add_verbs(const TableLine& line) {
  EventFrame frame;
  if (Trouble trouble = read_frame(line, frame)) return trouble;
  for (const std::string_view words : split_cell(line.cells[0])) {
    const std::vector<std::string_view> parts = split_at(words, ' ');
    if (parts.empty()) return "no verb";
    EventFrame one = frame;
    for (std::size_t i = 1; i < parts.size(); ++i) one.particles.emplace_back(parts[i]);
    one.demands += 3 * static_cast<std::uint32_t>(one.particles.size());
    const auto index = static_cast<std::uint32_t>(frames.size());
    frames.push_back(std::move(one));
    for (const std::string& form : forms_of_verb(parts[0], irregular)) {
      verbs[form].push_back(index);
    }
  }
  return std::nullopt;
}

Trouble EventWords::Tables::add_nouns(const TableLine& line) {
  EventFrame frame;
  if (Trouble trouble = read_frame(line, frame)) return trouble;
  frame.is_noun = true;
  const auto index = static_cast<std::uint32_t>(frames.size());
  frames.push_back(std::move(frame));
  for (const std::string_view noun : split_cell(line.cells[0])) {
    nouns[std::string(noun)].push_back(index);
    nouns[plural_of(noun)].push_back(index);
  }
  return std::nullopt;
}

Trouble EventWords::Tables::add_carriers(const TableLine& line) {
  if (line.cells.size() != 2) return "not kind and words";
  for (const auto& [name, carrier] : kCarriers) {
    if (name != line.cells[0]) continue;
    const bool is_marker = carrier >= Carrier::kModal;
    for (const std::string_view word : split_cell(line.cells[1])) {
      if (is_marker) {
        markers.try_emplace(std::string(word), carrier);
        continue;
      }
      for (const std::string& form : forms_of_verb(word, irregular)) {
        carriers.try_emplace(form, carrier);
      }
    }
    return std::nullopt;
  }
  return "a kind that is not known";
}

Trouble EventWords::Tables::add_topic(const TableLine& line) {
  if (line.cells.size() != 2) return "not topic and words";
  for (const auto& [name, topic] : kTopicNames) {
    if (name != line.cells[0]) continue;
    for (const std::string_view word : split_cell(line.cells[1])) {
      topics.try_emplace(std::string(word), topic);
      topics.try_emplace(plural_of(word), topic);
    }
    return std::nullopt;
  }
  return "a topic that is not known";
}

Result<EventWords> EventWords::parse(const EventTexts& texts, const Plover& plover) {
  auto tables = std::make_unique<Tables>();
  tables->plover = &plover;
  tables->irregular = read_irregular_verbs(texts.irregular);
  const auto wrong = read_tables<Tables>(
      "knowledge/plover/",
      {
          {"classes.tsv", texts.classes, &Tables::add_class},
          {"verbs.tsv", texts.verbs, &Tables::add_verbs},
          {"nouns.tsv", texts.nouns, &Tables::add_nouns},
          {"carriers.tsv", texts.carriers, &Tables::add_carriers},
          {"topics.tsv", texts.topics, &Tables::add_topic},
      },
      *tables);
  if (wrong) return *wrong;
  tables->plover = nullptr;  // it need not live as long
  const auto any_of = [&](std::initializer_list<std::string_view> names) {
    NounClasses all;
    for (const std::string_view name : names) all |= tables->bit_of(name);
    return all;
  };
  tables->bits = {any_of({"people", "prisoner", "human"}), any_of({"people", "human"}),
                  any_of({"place", "territory", "decision", "demand", "operation", "troops", "weapon", "law",
                          "allegation", "concern", "resolution", "aid"}),
                  any_of({"captive"}), any_of({"stranger"}), any_of({"demonstrator"}),
                  any_of({"place", "territory"}), any_of({"aid", "weapon", "payment"}),
                  any_of({"investigation"}),
                  any_of({"weapon", "troops", "people", "prisoner", "place", "police", "aid",
                          "attack", "territory"})};
  return EventWords(std::move(tables));
}

const EventWords& EventWords::builtin() {
  static const EventWords kBuiltin = [] {
    Result<EventWords> parsed =
        parse({k_plover_verbs_tsv, k_plover_nouns_tsv, k_plover_classes_tsv, k_plover_carriers_tsv,
               k_plover_topics_tsv, k_plover_irregular_tsv},
              Plover::builtin());
    assert(parsed.ok());  // a test holds it
    return std::move(parsed).value();
  }();
  return kBuiltin;
}

const EventFrame& EventWords::frame(std::uint32_t index) const { return tables_->frames[index]; }

std::span<const std::uint32_t> EventWords::verb_frames(std::string_view form) const {
  const auto found = tables_->verbs.find(form);
  if (found == tables_->verbs.end()) return {};
  return found->second;
}

std::span<const std::uint32_t> EventWords::noun_frames(std::string_view form) const {
  const auto found = tables_->nouns.find(form);
  if (found == tables_->nouns.end()) return {};
  return found->second;
}

const NounClasses& EventWords::classes(std::string_view form) const {
  static const NounClasses kNone;
  const auto found = tables_->classes.find(form);
  return found == tables_->classes.end() ? kNone : found->second;
}

NounClasses EventWords::class_named(std::string_view name) const {
  return tables_->bit_of(name);
}

const EventWords::Bits& EventWords::bits() const { return tables_->bits; }

Carrier EventWords::carrier(std::string_view form) const {
  const auto found = tables_->carriers.find(form);
  return found == tables_->carriers.end() ? Carrier::kNone : found->second;
}

Carrier EventWords::marker(std::string_view form) const {
  const auto found = tables_->markers.find(form);
  return found == tables_->markers.end() ? Carrier::kNone : found->second;
}

Topic EventWords::topic(std::string_view form) const {
  const auto found = tables_->topics.find(form);
  return found == tables_->topics.end() ? Topic::kNone : found->second;
}

EventWords::EventWords(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
EventWords::EventWords(EventWords&&) noexcept = default;
EventWords& EventWords::operator=(EventWords&&) noexcept = default;
EventWords::~EventWords() = default;

}  // namespace tacitus
