// Looks lines up as they are folded; patterns with a star are tried by their first word.
#include "page/lines.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "page/fold.h"
#include "page/tables.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 160;  // bytes of a folded line that a pattern may match

struct Patterns {
  std::unordered_set<std::string_view> exact;
  struct Star {
    std::string_view front, back;
  };
  std::unordered_map<std::string_view, std::vector<Star>> starred;  // by their first word

  Patterns() {
    for (const std::string_view line : table_lines(k_furniture_txt)) {
      const std::size_t star = line.find('*');
      if (star == line.npos) {
        exact.insert(line);
      } else {
        const std::string_view first = line.substr(0, line.find_first_of(" *"));
        starred[first].push_back({line.substr(0, star), line.substr(star + 1)});
      }
    }
  }
};

// Every number as "9".
std::string without_figures(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    if (!is_digit(c)) {
      out += c;
    } else if (out.empty() || out.back() != '9') {
      out += '9';
    }
  }
  return out;
}

}  // namespace

bool is_furniture(std::string_view line) {
  static const Patterns kPatterns;
  if (line.size() > 2 * kLongest) return false;
  const std::string folded = without_figures(fold(line));
  if (folded.size() > kLongest) return false;
  if (kPatterns.exact.contains(folded)) return true;
  const auto found = kPatterns.starred.find(std::string_view(folded).substr(0, folded.find(' ')));
  if (found == kPatterns.starred.end()) return false;
  for (const auto& [front, back] : found->second) {
    const bool fits = folded.size() >= front.size() + back.size() && folded.starts_with(front) &&
                      folded.ends_with(back);
    if (!fits) continue;
    const bool whole = folded.size() == front.size() || front.ends_with(' ') ||
                       folded[front.size()] == ' ' || !back.empty();
    if (whole) return true;
  }
  return false;
}

bool is_caption(std::string_view line) {
  if (line.size() > 500) return false;
  if (line.starts_with("©") || line.starts_with("FILE - ") || line.starts_with("FILE – ")) return true;
  for (const std::string_view mark : {"(Image: ", "(Image credit", "(Photo: ", "(Photo by ", "(AP Photo",
                                      "(Photo credit", "(Picture: ", "(Credit: "}) {
    if (line.find(mark) != line.npos) return true;
  }
  for (const std::string_view end : {"Getty Images", "Getty Images)", "/Reuters", "/REUTERS", "/AFP"}) {
    if (line.ends_with(end)) return true;
  }
  for (const std::string_view front : {"Photo: ", "Photo by ", "Image: ", "Photograph: ", "Picture: "}) {
    if (line.starts_with(front)) return true;
  }
  return false;
}

bool is_invitation(std::string_view line) {
  if (line.size() > 400) return false;
  const std::string folded = ' ' + fold(line) + ' ';
  const auto has = [&folded](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.find(word) != folded.npos; });
  };
  const bool address = line.find('@') != line.npos || line.find("://") != line.npos;
  if (has({" sign up ", " subscribe ", " newsletter ", " newsletters "})) {
    return has({" our ", " your ", " today ", " free ", " now ", " here ", " inbox ", " for the "});
  }
  const bool follow = folded.starts_with(" follow ") || folded.starts_with(" reach the ") ||
                      folded.starts_with(" more ") || has({" follow him ", " follow her ",
                      " follow them ", " follow us ", " follow me ", " like us "});
  if (follow) return has({" twitter ", " facebook ", " instagram ", " on x ", " social "}) || address;
  if (address && has({" email ", " e mail ", " reached at ", " contact ", " write to ", " tip ", " tips "})) {
    return true;
  }
  return has({" click here ", " download our app ", " download the app "}) && folded.size() < 120;
}

}  // namespace tacitus
