// Parses knowledge/plover/'s codes and looks them up.
#include "read/events/plover.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

#include "read/builtin_tables.h"
#include "read/statements/plural.h"
#include "read/table.h"
#include "read/word_map.h"

namespace tacitus {
namespace {

constexpr std::array<std::string_view, kRoots> kNames = {
    "AGREE",  "CONSULT", "SUPPORT",  "COOPERATE", "AID",      "YIELD",  "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE", "ASSAULT"};

bool is_cameo(std::string_view text) {
  if (text.size() != 3 && text.size() != 4) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view name_of(Root root) { return kNames[static_cast<std::size_t>(root)]; }

std::optional<Root> root_named(std::string_view name) {
  for (std::size_t i = 0; i < kRoots; ++i) {
    if (kNames[i] == name) return static_cast<Root>(i);
  }
  return std::nullopt;
}

struct Plover::Tables {
  std::array<std::string, kRoots> general, future;
  std::array<std::vector<std::string>, kRoots> modes;
  WordMap<CameoCode> cameo;
  std::vector<std::string> contexts;
  WordMap<std::uint32_t> context_words;  // index in contexts

  // Each fills its part from one line; an error's message is still without file and line.
  std::optional<std::string> add_root(const TableLine& line);
  std::optional<std::string> add_modes(const TableLine& line);
  std::optional<std::string> add_context(const TableLine& line);
  std::optional<std::string> add_cameo(const TableLine& line);
};

std::optional<std::string> Plover::Tables::add_root(const TableLine& line) {
  if (line.cells.size() != 4) return "not root, class, code and code in the future";
  const std::optional<Root> root = root_named(line.cells[0]);
  if (!root) return "a root that is not known";
  if (!is_cameo(line.cells[2])) return "no code of CAMEO";
  general[static_cast<std::size_t>(*root)] = line.cells[2];
  if (line.cells[3] == "-") return std::nullopt;
  if (!is_cameo(line.cells[3])) return "no code of CAMEO for the future";
  future[static_cast<std::size_t>(*root)] = line.cells[3];
  return std::nullopt;
}

std::optional<std::string> Plover::Tables::add_modes(const TableLine& line) {
  if (line.cells.size() != 2) return "not root and modes";
  const std::optional<Root> root = root_named(line.cells[0]);
  if (!root) return "a root that is not known";
  for (const std::string_view mode : split_cell(line.cells[1])) {
    modes[static_cast<std::size_t>(*root)].emplace_back(mode);
  }
  return std::nullopt;
}

std::optional<std::string> Plover::Tables::add_context(const TableLine& line) {
  if (line.cells.size() != 2) return "not context and words";
  const auto index = static_cast<std::uint32_t>(contexts.size());
  contexts.emplace_back(line.cells[0]);
  for (const std::string_view word : split_cell(line.cells[1])) {
    context_words.try_emplace(std::string(word), index);
    context_words.try_emplace(plural_of(word), index);
  }
  return std::nullopt;
}

std::optional<std::string> Plover::Tables::add_cameo(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 5) return "not code, root, mode, contexts and value";
  if (!is_cameo(cells[0])) return "no code of CAMEO";
  const std::optional<Root> root = root_named(cells[1]);
  if (!root) return "a root that is not known";
  CameoCode code;
  code.root = *root;
  const auto& known = modes[static_cast<std::size_t>(*root)];
  if (cells[2] != "-") {
    if (std::find(known.begin(), known.end(), cells[2]) == known.end()) {
      return "no mode of the root";
    }
    code.mode = cells[2];
  }
  for (std::string_view rest = cells[3]; rest != "-" && !rest.empty();) {
    const std::string_view name = rest.substr(0, rest.find(','));
    if (std::find(contexts.begin(), contexts.end(), name) == contexts.end()) return "no context";
    code.contexts.emplace_back(name);
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
  }
  const char* const end = cells[4].data() + cells[4].size();
  if (std::from_chars(cells[4].data(), end, code.goldstein).ptr != end) return "no value";
  cameo.try_emplace(std::string(cells[0]), std::move(code));
  return std::nullopt;
}

Result<Plover> Plover::parse(const PloverTexts& texts) {
  auto tables = std::make_unique<Tables>();
  const auto wrong = read_tables<Tables>(
      "knowledge/plover/",
      {
          {"roots.tsv", texts.roots, &Tables::add_root},
          {"modes.tsv", texts.modes, &Tables::add_modes},
          {"contexts.tsv", texts.contexts, &Tables::add_context},
          {"cameo.tsv", texts.cameo, &Tables::add_cameo},
      },
      *tables);
  if (wrong) return *wrong;
  return Plover(std::move(tables));
}

const Plover& Plover::builtin() {
  static const Plover kBuiltin = [] {
    Result<Plover> parsed =
        parse({k_plover_roots_tsv, k_plover_modes_tsv, k_plover_contexts_tsv, k_plover_cameo_tsv});
    assert(parsed.ok());  // a test holds it
    return std::move(parsed).value();
  }();
  return kBuiltin;
}

const CameoCode* Plover::cameo(std::string_view code) const {
  auto found = tables_->cameo.find(code);
  if (found == tables_->cameo.end() && code.size() == 4) {
    found = tables_->cameo.find(code.substr(0, 3));
  }
  return found == tables_->cameo.end() ? nullptr : &found->second;
}

std::string_view Plover::general_code(Root root) const {
  return tables_->general[static_cast<std::size_t>(root)];
}

std::string_view Plover::future_code(Root root) const {
  return tables_->future[static_cast<std::size_t>(root)];
}

bool Plover::has_mode(Root root, std::string_view mode) const {
  const auto& modes = tables_->modes[static_cast<std::size_t>(root)];
  return std::find(modes.begin(), modes.end(), mode) != modes.end();
}

std::string_view Plover::context(std::string_view words) const {
  const auto found = tables_->context_words.find(words);
  return found == tables_->context_words.end() ? std::string_view()
                                               : tables_->contexts[found->second];
}

Plover::Plover(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Plover::Plover(Plover&&) noexcept = default;
Plover& Plover::operator=(Plover&&) noexcept = default;
Plover::~Plover() = default;

}  // namespace tacitus
