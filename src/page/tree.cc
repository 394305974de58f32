// Elements by their names, and attributes. The rest of Tree, which a library makes, is in tree/.
#include "page/tree.h"

#include <unordered_map>

namespace tacitus {

Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> kTags = {
      {"a", Tag::kA},
      {"br", Tag::kBr},
      {"time", Tag::kTime},
      {"meta", Tag::kMeta},
      {"link", Tag::kLink},
      {"title", Tag::kTitle},
      {"html", Tag::kHtml},
      {"head", Tag::kHead},
      {"body", Tag::kBody},
      {"p", Tag::kP},
      {"h1", Tag::kH1},
      {"h2", Tag::kH2},
      {"h3", Tag::kH3},
      {"h4", Tag::kH4},
      {"h5", Tag::kH5},
      {"h6", Tag::kH6},
      {"blockquote", Tag::kBlockquote},
      {"pre", Tag::kPre},
      {"listing", Tag::kPre},
      {"xmp", Tag::kPre},
      {"figcaption", Tag::kFigcaption},
      {"address", Tag::kAddress},
      {"ul", Tag::kUl},
      {"menu", Tag::kUl},
      {"dir", Tag::kUl},
      {"ol", Tag::kOl},
      {"li", Tag::kLi},
      {"dl", Tag::kDl},
      {"dt", Tag::kDt},
      {"dd", Tag::kDd},
      {"table", Tag::kTable},
      {"tr", Tag::kTr},
      {"td", Tag::kTd},
      {"th", Tag::kTd},
      {"caption", Tag::kCaption},
      {"div", Tag::kDiv},
      {"section", Tag::kSection},
      {"article", Tag::kArticle},
      {"main", Tag::kMain},
      {"header", Tag::kHeader},
      {"hgroup", Tag::kHeader},
      {"footer", Tag::kFooter},
      {"nav", Tag::kNav},
      {"aside", Tag::kAside},
      {"figure", Tag::kFigure},
      {"form", Tag::kForm},
      {"button", Tag::kButton},
      {"hr", Tag::kHr},
      {"center", Tag::kBlock},
      {"details", Tag::kBlock},
      {"summary", Tag::kBlock},
      {"fieldset", Tag::kBlock},
      {"legend", Tag::kBlock},
      {"tbody", Tag::kBlock},
      {"thead", Tag::kBlock},
      {"tfoot", Tag::kBlock},
  };
  const auto found = kTags.find(name);
  return found == kTags.end() ? Tag::kInline : found->second;
}

const Tree::Attribute* Tree::find(std::uint32_t node, std::string_view name) const {
  const Node& one = nodes_[node];
  for (std::uint32_t i = 0; i < one.attribute_count; ++i) {
    const Attribute& attribute = attributes_[one.first_attribute + i];
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

std::string_view Tree::attribute(std::uint32_t node, std::string_view name) const {
  const Attribute* const found = find(node, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool Tree::has_attribute(std::uint32_t node, std::string_view name) const {
  return find(node, name) != nullptr;
}

}  // namespace tacitus
