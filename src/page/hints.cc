// Names are cut into words, which are looked up in knowledge/page/hints.txt.
#include "page/hints.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "page/fold.h"
#include "page/tables.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongestNames = 400;  // bytes of an attribute that are looked at

const std::unordered_map<std::string_view, Hint>& words() {
  static const auto kWords = [] {
    std::unordered_map<std::string_view, Hint> known;
    for (const std::string_view line : table_lines(k_hints_txt)) {
      const std::vector<std::string_view> fields = split_words(line);
      const Hint hint = fields[0] == "outside"  ? Hint::kOutside
                        : fields[0] == "beside" ? Hint::kBeside
                                                : Hint::kInside;
      for (std::size_t i = 1; i < fields.size(); ++i) known[fields[i]] = hint;
    }
    return known;
  }();
  return kWords;
}

Hint stronger(Hint a, Hint b) { return std::max(a, b); }

Hint look_up(const std::string& word) {
  const auto found = words().find(word);
  return found == words().end() ? Hint::kNone : found->second;
}

Hint hint_of_role(std::string_view role) {
  static constexpr std::string_view kBeside[] = {
      "navigation", "banner",  "contentinfo", "dialog",        "search", "alertdialog", "menu",
      "menubar",    "toolbar", "tablist",     "complementary", "alert",  "note",        "form",
      "status"};
  const bool beside = std::find(std::begin(kBeside), std::end(kBeside), role) != std::end(kBeside);
  return beside ? Hint::kBeside : Hint::kNone;
}

}  // namespace

Hint hint_of_name(std::string_view name) {
  Hint hint = Hint::kNone;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) hint = stronger(hint, look_up(word));
    word.clear();
  };
  char before = '\0';
  for (const char c : name) {
    if (!is_letter(c)) {
      end_word();
    } else {
      if (is_upper(c) && is_letter(before) && !is_upper(before)) end_word();
      word += to_lower(c);
    }
    before = c;
  }
  end_word();
  return hint;
}

Hint hint_of(const Tree& tree, std::uint32_t node) {
  switch (tree[node].tag) {
    case Tag::kTr:
    case Tag::kTd:
      return Hint::kNone;  // they are named for what their figures are
    case Tag::kNav:
    case Tag::kFooter:
    case Tag::kAside:
    case Tag::kButton:
    case Tag::kFigcaption:
    case Tag::kCaption:
      return Hint::kBeside;
    default:
      break;
  }
  Hint hint = hint_of_role(tree.attribute(node, "role"));
  std::string_view names = tree.attribute(node, "class").substr(0, kLongestNames);
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find_first_of(" \t\n\r"));
    names.remove_prefix(std::min(name.size() + 1, names.size()));
    // What an article is filed under, or has in it, says nothing of the element itself:
    // "tag-sports", "category-video", "has-sidebar".
    static constexpr std::string_view kOther[] = {"tag-", "category-", "has-", "no-", "with-"};
    const bool other = std::any_of(std::begin(kOther), std::end(kOther),
                                   [name](std::string_view front) { return name.starts_with(front); });
    if (!other) hint = stronger(hint, hint_of_name(name));
  }
  if (tree.attribute(node, "itemprop") == "description") hint = stronger(hint, Hint::kBeside);
  for (const std::string_view name : {"id", "itemprop", "data-testid"}) {
    hint = stronger(hint, hint_of_name(tree.attribute(node, name).substr(0, kLongestNames)));
  }
  return hint;
}

bool is_hidden(const Tree& tree, std::uint32_t node) {
  if (tree.has_attribute(node, "hidden")) return true;
  if (tree.attribute(node, "aria-hidden") == "true") return true;
  std::string style;
  for (const char c : tree.attribute(node, "style").substr(0, 400)) {
    if (!is_space(c)) style += to_lower(c);
  }
  return style.find("display:none") != style.npos || style.find("visibility:hidden") != style.npos;
}

}  // namespace tacitus
