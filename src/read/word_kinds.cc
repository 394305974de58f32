#include "read/word_kinds.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "read/builtin_tables.h"
#include "read/table.h"

namespace tacitus {
namespace {

// As the table calls them, in the order of WordKind.
constexpr std::string_view kNames[] = {
    "kin", "company ending", "company partner", "american company ending", "single office", "other name", "ministry",
    "town", "backed", "leads", "works", "learns", "writes", "byline", "stands", "elected", "own", "charges", "currency",
    "partitive", "count", "named by city", "written", "attack", "time", "no matter", "mind", "anyone", "may be",
    "business", "politics"};
static_assert(std::size(kNames) <= 64);

std::uint64_t bit(std::size_t kind) { return std::uint64_t{1} << kind; }

Error wrong(const TableLine& line, const std::string& what) {
  return Error{ErrorCode::kBadInput, "knowledge/word_kinds.tsv:" + std::to_string(line.number) + ": " + what};
}

}  // namespace

Result<WordKinds> WordKinds::parse(std::string_view text) {
  WordKinds out;
  std::uint64_t seen = 0;
  TableLine line;
  for (TableReader lines(text); lines.next(line);) {
    if (line.cells.size() != 2) return wrong(line, "not kind and words");
    const auto name = std::find(std::begin(kNames), std::end(kNames), line.cells[0]);
    if (name == std::end(kNames)) return wrong(line, "unknown kind \"" + std::string(line.cells[0]) + '"');
    const std::uint64_t kind = bit(static_cast<std::size_t>(name - std::begin(kNames)));
    if (seen & kind) return wrong(line, "\"" + std::string(*name) + "\" for the second time");
    seen |= kind;
    for (const std::string_view word : split_cell(line.cells[1])) out.kinds_[std::string(word)] |= kind;
  }
  for (std::size_t k = 0; k < std::size(kNames); ++k) {
    if (!(seen & bit(k))) return wrong(line, "no words of the kind \"" + std::string(kNames[k]) + '"');
  }
  return out;
}

const WordKinds& WordKinds::builtin() {
  static const WordKinds kBuiltin = [] {
    Result<WordKinds> parsed = parse(k_word_kinds_tsv);
    assert(parsed.ok());  // a test holds it
    return std::move(parsed).value();
  }();
  return kBuiltin;
}

bool WordKinds::has(WordKind kind, std::string_view word) const {
  const auto found = kinds_.find(word);
  return found != kinds_.end() && (found->second & bit(static_cast<std::size_t>(kind)));
}

bool is_of_kind(std::string_view word, WordKind kind) { return WordKinds::builtin().has(kind, word); }

}  // namespace tacitus
