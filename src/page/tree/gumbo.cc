// Gumbo's tree, flattened. Gumbo frees its nodes by recursion, so it gets an arena that is let
// go of at once.
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "page/tree.h"

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

Tree::Tree() : arena_(std::make_unique<Arena>()) {}
Tree::~Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;

Tree Tree::parse(std::string_view html) {
  static const auto tags = [] {
    std::array<Tag, GUMBO_TAG_LAST + 1> known;
    for (std::size_t i = 0; i < known.size(); ++i) {
      known[i] = tag_of(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    }
    return known;
  }();
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
    open.push_back({&element, tree.add_element(tags[element.tag], parent), 0});
    for (unsigned int i = 0; i < element.attributes.length; ++i) {
      const auto* const one = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      tree.add_attribute(one->name, one->value);
    }
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
      tree.add_text(current.node, child->v.text.text);
    } else if (child->type == GUMBO_NODE_COMMENT) {
      tree.add_mark(child->v.text.text);
    }
  }
  return tree;
}

}  // namespace tacitus
