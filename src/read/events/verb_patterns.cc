// Reads the lines of a TABARI or PETRARCH verb dictionary.
#include "read/events/verb_patterns.h"

#include <algorithm>
#include <utility>

#include "read/events/verb_forms.h"

namespace tacitus {
namespace {

using Words = VerbPatterns::Words;
using Code = VerbPatterns::Code;

constexpr std::size_t kMostLine = 4096;    // bytes; longer lines are of no dictionary
constexpr std::size_t kMostChoices = 4096; // that sets within sets may come to
constexpr std::size_t kMostParts = 24;     // words of a pattern

std::string_view trim(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

Words words_of(std::string_view text) {
  Words out;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == '_' || c == '\t') {
      if (!word.empty()) out.push_back(std::move(word));
      word.clear();
    } else {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

// A # begins a comment, but not inside the brackets of a code.
std::string_view without_comment(std::string_view line) {
  bool inside = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '[') inside = true;
    if (line[i] == ']') inside = false;
    if (line[i] == '#' && !inside) return trim(line.substr(0, i));
  }
  return trim(line);
}

// "[081]", "[042:043]", "[---]" at a line's end; takes it off the line.
std::optional<Code> take_code(std::string_view& line) {
  const std::size_t open = line.rfind('[');
  if (open == line.npos) return std::nullopt;
  const std::size_t close = line.find(']', open);
  if (close == line.npos) return std::nullopt;
  const std::string_view inside = trim(line.substr(open + 1, close - open - 1));
  const std::size_t colon = inside.find(':');
  Code code;
  code.forward = trim(inside.substr(0, colon));
  if (colon != inside.npos) code.reverse = trim(inside.substr(colon + 1));
  code.is_none = code.forward.empty() || code.forward.find_first_not_of('-') == std::string::npos;
  if (code.is_none) code.forward.clear();
  line = trim(line.substr(0, open));
  return code;
}

}  // namespace

VerbPatterns::Trouble VerbPatterns::read_line(std::string_view line, std::uint32_t number) {
  line = trim(line);
  if (line.size() > kMostLine) return "the line is too long";
  if (in_comment_ || line.starts_with("<!--")) {
    in_comment_ = line.find("-->") == line.npos;
    return std::nullopt;
  }
  line = without_comment(line);
  if (line.empty()) return std::nullopt;
  if (line.starts_with('&')) {
    const Words name = words_of(line.substr(1));
    if (name.empty()) return "a set without a name";
    open_set_ = &sets[name.front()];
    return std::nullopt;
  }
  if (open_set_ && line.starts_with('+')) return add_member(line.substr(1));
  open_set_ = nullptr;
  if (line.starts_with("---")) return open_group(line, number);
  if (line.starts_with('-')) return add_pattern(trim(line.substr(1)), number);
  return add_verb(line, number);
}

VerbPatterns::Trouble VerbPatterns::add_member(std::string_view line) {
  if (line.starts_with('&')) {
    const Words name = words_of(line.substr(1));
    const auto found = name.empty() ? sets.end() : sets.find(name.front());
    if (found == sets.end()) return "a set that is not known";
    if (open_set_->size() + found->second.size() > kMostChoices) return "a set that is too large";
    const std::vector<Words> members = found->second;
    open_set_->insert(open_set_->end(), members.begin(), members.end());
    return std::nullopt;
  }
  Words words = words_of(line);
  if (words.empty()) return "an empty member of a set";
  if (open_set_->size() + 2 > kMostChoices) return "a set that is too large";
  // As PETRARCH does, a member stands for its plural too unless it ends with _.
  if (!line.ends_with('_') && !words.back().ends_with('s')) {
    Words plural = words;
    plural.back() += 's';
    open_set_->push_back(std::move(plural));
  }
  open_set_->push_back(std::move(words));
  return std::nullopt;
}

VerbPatterns::Trouble VerbPatterns::open_group(std::string_view line, std::uint32_t number) {
  std::optional<Code> code = take_code(line);
  Group group;
  if (code) group.code = *std::move(code);
  else group.code.is_none = true;
  group.code.line = number;
  groups.push_back(std::move(group));
  return code ? std::nullopt : Trouble("a group without a code in brackets");
}

void VerbPatterns::index_form(const Words& words, std::size_t main, bool all_forms, Verb verb) {
  verb.before.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(main));
  verb.behind.assign(words.begin() + static_cast<std::ptrdiff_t>(main) + 1, words.end());
  const auto index = static_cast<std::uint32_t>(verbs.size());
  verb.listed = words[main];
  verbs.push_back(std::move(verb));
  if (!all_forms) {
    by_form[words[main]].push_back(index);
    return;
  }
  for (const std::string& form : forms_of_verb(words[main], irregular_verbs())) {
    by_form[form].push_back(index);
  }
}

VerbPatterns::Trouble VerbPatterns::add_verb(std::string_view line, std::uint32_t number) {
  if (groups.empty()) return "a verb before the first group";
  std::optional<Code> code = take_code(line);
  std::string_view forms;
  if (const std::size_t open = line.find('{'); open != line.npos) {
    const std::size_t close = line.find('}', open);
    if (close == line.npos) return "a brace that is not closed";
    forms = line.substr(open + 1, close - open - 1);
    line = trim(line.substr(0, open));
  }
  Verb verb;
  verb.group = static_cast<std::uint32_t>(groups.size() - 1);
  if (code) {
    code->line = number;
    verb.code = std::move(code);
  }
  const auto add = [&](std::string_view text, bool all_forms) {
    // The verb of several words has a + before it; without one it is the first.
    std::size_t main = 0;
    const std::size_t plus = text.find('+');
    if (plus != text.npos) main = words_of(text.substr(0, plus)).size();
    std::string bare;
    for (const char c : text) {
      if (c != '+') bare += c;
    }
    const Words words = words_of(bare);
    if (words.empty() || main >= words.size() || words.size() > kMostParts) return false;
    index_form(words, main, all_forms, verb);
    return true;
  };
  if (!add(line, true)) return "no verb";
  while (!(forms = trim(forms)).empty()) {
    const std::size_t end = std::min(forms.find(' '), forms.size());
    add(forms.substr(0, end), false);
    forms.remove_prefix(end);
  }
  return std::nullopt;
}

VerbPatterns::Trouble VerbPatterns::read_parts(std::string_view text, std::vector<Part>& out,
                                              std::uint32_t& words) const {
  bool joined = false;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == ' ' || text[at] == '\t' || text[at] == '_') {
      joined = text[at] == '_' || (joined && text[at] != '_' && out.empty());
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \t_", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    Part part;
    part.is_joined = joined;
    joined = false;
    at = end;
    if (word.find_first_not_of("$+^%") == word.npos) {
      part.is_anything = true;
    } else if (word.starts_with('&')) {
      // A set's name may hold underscores of its own at its end only, which join.
      const Words name = words_of(word.substr(1));
      const auto found = name.empty() ? sets.end() : sets.find(name.front());
      if (found == sets.end()) return "a set that is not known: " + std::string(word);
      part.choices = found->second;
      ++words;
    } else {
      part.choices.push_back(words_of(word));
      ++words;
    }
    if (out.size() == kMostParts) return "too many words";
    out.push_back(std::move(part));
  }
  return std::nullopt;
}

VerbPatterns::Trouble VerbPatterns::add_pattern(std::string_view line, std::uint32_t number) {
  if (groups.empty()) return "a pattern before the first group";
  std::optional<Code> code = take_code(line);
  if (!code) return "a pattern without a code in brackets";
  const std::size_t star = line.find('*');
  if (star == line.npos) return "a pattern without the verb's place (*)";
  Pattern pattern;
  pattern.code = *std::move(code);
  pattern.code.line = number;
  const std::string_view before = line.substr(0, star), behind = line.substr(star + 1);
  if (Trouble trouble = read_parts(before, pattern.before, pattern.words)) return trouble;
  if (Trouble trouble = read_parts(behind, pattern.behind, pattern.words)) return trouble;
  // What stands before is looked for from the verb to the left, so a part is joined to the one
  // that stands behind it.
  const bool touches = before.ends_with('_');
  if (before.find('%') != before.npos) {
    pattern.is_compound = true;
    ++pattern.words;
  }
  std::vector<bool> joins;
  for (std::size_t i = 1; i < pattern.before.size(); ++i) {
    joins.push_back(pattern.before[i].is_joined);
  }
  for (std::size_t i = 0; i < pattern.before.size(); ++i) {
    pattern.before[i].is_joined = i < joins.size() ? joins[i] : touches;
  }
  std::reverse(pattern.before.begin(), pattern.before.end());
  if (!pattern.behind.empty()) pattern.behind.front().is_joined = behind.starts_with('_');
  groups.back().patterns.push_back(std::move(pattern));
  return std::nullopt;
}

}  // namespace tacitus
