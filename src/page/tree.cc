// Gumbo's tree, flattened. Gumbo frees its nodes by recursion, so it gets an arena that is let
// go of at once.
#include "page/tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <string>

namespace tacitus {

struct Tree::Arena {
  static constexpr std::size_t kBlock = 1 << 18;

  std::string html;  // Gumbo's pointers lead into its source as well
  std::vector<std::unique_ptr<std::byte[]>> blocks;
  std::byte* free = nullptr;
  std::size_t left = 0;

  void* allocate(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) *
           alignof(std::max_align_t);
    if (size > left) {
      const std::size_t block = std::max(size, kBlock);
      blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
      if (size > kBlock / 4) return blocks.back().get();
      free = blocks.back().get();
      left = block;
    }
    void* const out = free;
    free += size;
    left -= size;
    return out;
  }
};

namespace {

Tag tag_of(const GumboElement& element) {
  switch (element.tag) {
    case GUMBO_TAG_A: return Tag::kA;
    case GUMBO_TAG_BR: return Tag::kBr;
    case GUMBO_TAG_TIME: return Tag::kTime;
    case GUMBO_TAG_META: return Tag::kMeta;
    case GUMBO_TAG_LINK: return Tag::kLink;
    case GUMBO_TAG_TITLE: return Tag::kTitle;
    case GUMBO_TAG_HTML: return Tag::kHtml;
    case GUMBO_TAG_HEAD: return Tag::kHead;
    case GUMBO_TAG_BODY: return Tag::kBody;
    case GUMBO_TAG_P: return Tag::kP;
    case GUMBO_TAG_H1: return Tag::kH1;
    case GUMBO_TAG_H2: return Tag::kH2;
    case GUMBO_TAG_H3: return Tag::kH3;
    case GUMBO_TAG_H4: return Tag::kH4;
    case GUMBO_TAG_H5: return Tag::kH5;
    case GUMBO_TAG_H6: return Tag::kH6;
    case GUMBO_TAG_BLOCKQUOTE: return Tag::kBlockquote;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP: return Tag::kPre;
    case GUMBO_TAG_FIGCAPTION: return Tag::kFigcaption;
    case GUMBO_TAG_ADDRESS: return Tag::kAddress;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR: return Tag::kUl;
    case GUMBO_TAG_OL: return Tag::kOl;
    case GUMBO_TAG_LI: return Tag::kLi;
    case GUMBO_TAG_DL: return Tag::kDl;
    case GUMBO_TAG_DT: return Tag::kDt;
    case GUMBO_TAG_DD: return Tag::kDd;
    case GUMBO_TAG_TABLE: return Tag::kTable;
    case GUMBO_TAG_TR: return Tag::kTr;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH: return Tag::kTd;
    case GUMBO_TAG_CAPTION: return Tag::kCaption;
    case GUMBO_TAG_DIV: return Tag::kDiv;
    case GUMBO_TAG_SECTION: return Tag::kSection;
    case GUMBO_TAG_ARTICLE: return Tag::kArticle;
    case GUMBO_TAG_MAIN: return Tag::kMain;
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP: return Tag::kHeader;
    case GUMBO_TAG_FOOTER: return Tag::kFooter;
    case GUMBO_TAG_NAV: return Tag::kNav;
    case GUMBO_TAG_ASIDE: return Tag::kAside;
    case GUMBO_TAG_FIGURE: return Tag::kFigure;
    case GUMBO_TAG_FORM: return Tag::kForm;
    case GUMBO_TAG_BUTTON: return Tag::kButton;
    case GUMBO_TAG_HR: return Tag::kHr;
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT: return Tag::kBlock;
    default: return Tag::kInline;
  }
}

}  // namespace

Tree::Tree() : arena_(std::make_unique<Arena>()) {}
Tree::~Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;

Tree Tree::parse(std::string_view html) {
  Tree tree;
  tree.arena_->html = html;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.userdata = tree.arena_.get();
  options.max_errors = 0;
  const GumboOutput* const output =
      gumbo_parse_with_options(&options, tree.arena_->html.data(), tree.arena_->html.size());

  struct Open {
    const GumboElement* element;
    std::uint32_t node;
    unsigned int next_child;
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboElement& element, std::uint32_t parent) {
    Node node;
    node.tag = tag_of(element);
    node.parent = parent;
    node.first_attribute = static_cast<std::uint32_t>(tree.attributes_.size());
    node.attribute_count = element.attributes.length;
    for (unsigned int i = 0; i < element.attributes.length; ++i) {
      const auto* const one = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      tree.attributes_.push_back({one->name, one->value});
    }
    open.push_back({&element, tree.size(), 0});
    tree.nodes_.push_back(node);
  };
  enter(output->root->v.element, 0);
  while (!open.empty()) {
    Open& current = open.back();
    if (current.next_child == current.element->children.length) {
      tree.nodes_[current.node].end = tree.size();
      open.pop_back();
      continue;
    }
    const auto* const child =
        static_cast<const GumboNode*>(current.element->children.data[current.next_child++]);
    if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
      enter(child->v.element, current.node);
    } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) {
      Node node;
      node.parent = current.node;
      node.end = tree.size() + 1;
      node.text = child->v.text.text;
      tree.nodes_.push_back(node);
    }
  }
  return tree;
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
