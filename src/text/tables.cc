// Parses the tables once, at first use, into hash maps whose keys point into them.
#include "text/tables.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tacitus {
namespace {

using Fields = std::vector<std::string_view>;

std::vector<Fields> parse(std::string_view table) {
  std::vector<Fields> lines;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(line.size() < table.size() ? line.size() + 1 : line.size());
    if (line.empty() || line[0] == '#') continue;
    Fields fields;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t begin = line.find_first_not_of(' ', at);
      if (begin == line.npos) break;
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      fields.push_back(line.substr(begin, end - begin));
      at = end;
    }
    if (!fields.empty()) lines.push_back(std::move(fields));
  }
  return lines;
}

// A short word in other letters, on the stack: the tables hold nothing longer.
class Folded {
 public:
  enum class Case { kLower, kTitle };

  Folded(std::string_view word, Case wanted) {
    if (word.size() > buffer_.size()) return;
    for (const char c : word) {
      const bool keep = wanted == Case::kTitle && size_ == 0;
      buffer_[size_++] = !keep && c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 24> buffer_;
  std::size_t size_ = 0;
};

struct Tables {
  std::unordered_map<std::string_view, Abbreviation> abbreviations;
  std::unordered_set<std::string_view> starters, prefixes, suffixes, units, emoticons, speech;
  std::unordered_map<std::string, std::uint32_t> contractions;

  Tables() {
    for (const Fields& line : parse(k_abbreviations_txt)) {
      if (line.size() != 2) continue;
      abbreviations[line[0]] = line[1] == "title"    ? Abbreviation::kTitle
                               : line[1] == "end"    ? Abbreviation::kEnd
                               : line[1] == "company" ? Abbreviation::kCompany
                               : line[1] == "last"   ? Abbreviation::kLast
                               : line[1] == "number" ? Abbreviation::kNumber
                                                     : Abbreviation::kInside;
    }
    fill(starters, k_starters_txt);
    fill(units, k_units_txt);
    fill(emoticons, k_emoticons_txt);
    fill(speech, k_speech_txt);
    for (const Fields& line : parse(k_prefixes_txt)) {
      for (const std::string_view part : line) {
        if (part[0] == '-') {
          suffixes.insert(part.substr(1));
        } else {
          prefixes.insert(part);
        }
      }
    }
    for (const Fields& line : parse(k_contractions_txt)) {
      if (line.size() != 2) continue;
      contractions[std::string(line[0]) + std::string(line[1])] =
          static_cast<std::uint32_t>(line[0].size());
    }
  }

  static void fill(std::unordered_set<std::string_view>& set, std::string_view table) {
    for (const Fields& line : parse(table)) set.insert(line.begin(), line.end());
  }
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  const auto& known = tables().abbreviations;
  auto found = known.find(word);
  if (found == known.end() && word.size() > 1 && word.back() >= 'A' && word.back() <= 'Z') {
    found = known.find(Folded(word, Folded::Case::kTitle).view());
  }
  return found == known.end() ? Abbreviation::kNot : found->second;
}

bool is_starter(std::string_view word) {
  const auto& known = tables().starters;
  if (known.contains(word)) return true;
  const bool capitals = word.size() > 1 && word.back() >= 'A' && word.back() <= 'Z';
  return capitals && known.contains(Folded(word, Folded::Case::kTitle).view());
}

bool is_joined_prefix(std::string_view first) {
  const bool capitals = first.size() > 1 && first[1] >= 'A' && first[1] <= 'Z';
  return !capitals && tables().prefixes.contains(Folded(first, Folded::Case::kLower).view());
}

bool is_joined_suffix(std::string_view second) { return tables().suffixes.contains(second); }

std::uint32_t contraction(std::string_view word) {
  const auto& known = tables().contractions;
  if (word.size() > 12) return 0;
  const auto found = known.find(std::string(Folded(word, Folded::Case::kLower).view()));
  return found == known.end() ? 0 : found->second;
}

bool is_unit(std::string_view letters) { return tables().units.contains(letters); }

bool is_emoticon(std::string_view text) { return tables().emoticons.contains(text); }

bool is_speech_verb(std::string_view word) { return tables().speech.contains(word); }

}  // namespace tacitus
