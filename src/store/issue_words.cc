#include "store/issue_words.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "read/table.h"
#include "read/word_map.h"
#include "store/builtin_tables.h"
#include "store/words.h"

namespace tacitus {
namespace {

const WordMap<std::string>& directions() {
  static const WordMap<std::string> kDirections = [] {
    WordMap<std::string> all;
    for (const TableLine& line : read_table(k_directions_tsv)) {
      for (std::size_t way = 1; way < 3 && way < line.cells.size(); ++way) {
        const std::string name = std::string(line.cells[0]) + (way == 1 ? '+' : '-');
        for (const std::string_view word : split_cell(line.cells[way])) all.emplace(word, name);
      }
    }
    return all;
  }();
  return kDirections;
}

}  // namespace

bool is_bare_word(const std::string& word) {
  // By stem, since signs hold stems; words that mean the same stand for each other there.
  static const WordSet kBare = [] {
    WordSet all;
    for (const TableLine& line : read_table(k_bare_issues_tsv)) {
      const IssueSigns word = IssueWords::builtin().signs(line.cells[0], Knowledge::builtin());
      all.insert(word.words.begin(), word.words.end());
    }
    return all;
  }();
  return kBare.contains(word);
}

bool has_bare_words(const IssueSigns& signs) {
  return std::all_of(signs.words.begin(), signs.words.end(), is_bare_word);
}

std::string directions_of(std::string_view phrase) {
  std::set<std::string> found;
  const std::string folded = fold_name(phrase);
  for (const std::string_view word : split(folded)) {
    any_form(word, [&](const std::string& form) {
      const auto at = directions().find(form);
      if (at != directions().end()) found.insert(at->second);
      return at != directions().end();
    });
  }
  std::string out;
  for (const std::string& one : found) out += (out.empty() ? "" : " ") + one;
  return out;
}

std::string write_signs(const IssueSigns& signs) {
  std::string out;
  for (const auto* const list : {&signs.actors, &signs.names, &signs.words, &signs.numbers}) {
    for (const std::string& entry : *list) out += entry + '\t';
    out += '\n';
  }
  return out + signs.head + '\n' + std::to_string(signs.way) + '\t' + std::to_string(signs.size);
}

IssueSigns read_signs(std::string_view text) {
  IssueSigns signs;
  for (auto* const list : {&signs.actors, &signs.names, &signs.words, &signs.numbers}) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    for (const std::string_view entry : split(text.substr(0, end), '\t')) list->emplace_back(entry);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const std::size_t end = std::min(text.find('\n'), text.size());
  signs.head = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  signs.deeds = IssueWords::builtin().deeds(signs.words);
  const std::vector<std::string_view> numbers = split(text, '\t');
  if (numbers.size() == 2) {
    std::from_chars(numbers[0].data(), numbers[0].data() + numbers[0].size(), signs.way);
    std::from_chars(numbers[1].data(), numbers[1].data() + numbers[1].size(), signs.size);
  } else {  // written before these were: about as many words as there are signs
    signs.size = static_cast<int>(signs.actors.size() + signs.words.size() + signs.numbers.size());
  }
  return signs;
}

}  // namespace tacitus
