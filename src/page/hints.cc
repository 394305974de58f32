// Names are cut into words, which are looked up in knowledge/page/hints.txt.
#include "page/hints.h"

#include <algorithm>
#include <string>

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

Hint look_up(std::string_view word) {
  const auto found = words().find(word);
  return found == words().end() ? Hint::kNone : found->second;
}

Hint hint_of_role(std::string_view role) {
  static constexpr std::string_view kBeside[] = {
      "navigation",    "banner", "contentinfo", "dialog",  "search",
      "alertdialog",   "menu",   "menubar",     "toolbar", "tablist",
      "complementary", "alert",  "note",        "form",    "status"};
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

Hint HintReader::hint_of(std::uint32_t node) {
  switch (tree_[node].tag) {
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
  if (tree_[node].attribute_count == 0) return Hint::kNone;
  Hint hint = hint_of_role(tree_.attribute(node, "role"));
  hint = stronger(hint, of_class(tree_.attribute(node, "class")));
  if (tree_.attribute(node, "itemprop") == "description") hint = stronger(hint, Hint::kBeside);
  for (const std::string_view name : {"id", "itemprop", "data-testid"}) {
    hint = stronger(hint, hint_of_name(tree_.attribute(node, name).substr(0, kLongestNames)));
  }
  return hint;
}

Hint HintReader::of_class(std::string_view names) {
  names = names.substr(0, kLongestNames);
  if (names.empty()) return Hint::kNone;
  const auto [known, added] = classes_.emplace(names, Hint::kNone);
  if (!added) return known->second;
  Hint hint = Hint::kNone;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find_first_of(" \t\n\r"));
    names.remove_prefix(std::min(name.size() + 1, names.size()));
    // What an article is filed under, or has in it, says nothing of the element itself:
    // "tag-sports", "category-video", "has-sidebar".
    static constexpr std::string_view kOther[] = {"tag-", "category-", "has-", "no-", "with-"};
    const bool other =
        std::any_of(std::begin(kOther), std::end(kOther),
                    [name](std::string_view front) { return name.starts_with(front); });
    if (!other) hint = stronger(hint, hint_of_name(name));
  }
  return known->second = hint;
}

bool is_hidden(const Tree& tree, std::uint32_t node) {
  if (tree[node].attribute_count == 0) return false;
  if (tree.has_attribute(node, "hidden")) return true;
  if (tree.attribute(node, "aria-hidden") == "true") return true;
  const std::string_view given = tree.attribute(node, "style").substr(0, 400);
  std::string style;
  for (const char c : given) {
    if (!is_space(c)) style += to_lower(c);
  }
  return style.find("display:none") != style.npos || style.find("visibility:hidden") != style.npos;
}

}  // namespace tacitus
