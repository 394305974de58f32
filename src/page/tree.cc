// Elements by their names, and attributes. The rest of Tree, which a library makes, is in tree/.
#include "page/tree.h"

#include <charconv>
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

std::uint32_t Tree::add_element(Tag tag, std::uint32_t parent) {
  Node node;
  node.tag = tag;
  node.parent = parent;
  node.end = size() + 1;
  node.first_attribute = static_cast<std::uint32_t>(attributes_.size());
  nodes_.push_back(node);
  mark_begin_ = mark_end_ = 0;
  return size() - 1;
}

void Tree::add_attribute(std::string_view name, std::string_view value) {
  attributes_.push_back({name, value});
  ++nodes_.back().attribute_count;
}

void Tree::add_text(std::uint32_t parent, std::string_view text) {
  const bool marked = mark_end_ != 0;
  std::uint32_t offset = 0;
  if (marked && !nodes_.empty() && nodes_.back().tag == Tag::kText &&
      nodes_.back().parent == parent) {
    // The mark before this piece parted it from the one before.
    Node& last = nodes_.back();
    offset = static_cast<std::uint32_t>(last.text.size());
    if (joined_.empty() || joined_.back().data() != last.text.data()) {
      joined_.emplace_back(last.text);
    }
    joined_.back() += text;
    last.text = joined_.back();
  } else {
    Node node;
    node.parent = parent;
    node.end = size() + 1;
    node.text = text;
    nodes_.push_back(node);
  }
  if (marked) {
    pieces_.push_back(
        {size() - 1, offset, static_cast<std::uint32_t>(text.size()), mark_begin_, mark_end_});
  }
  mark_begin_ = mark_end_ = 0;
}

void Tree::add_mark(std::string_view comment) {
  const char* const end = comment.data() + comment.size();
  const auto first = std::from_chars(comment.data(), end, mark_begin_);
  if (first.ptr == end) return;
  std::from_chars(first.ptr + 1, end, mark_end_);
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
