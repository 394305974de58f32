// Lexbor's tree, flattened. A document lives in pools, which are let go of at once.
#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>

#include <array>

#include "page/tree.h"

namespace tacitus {

struct Tree::Arena {
  lxb_html_document_t* document = lxb_html_document_create();

  ~Arena() { lxb_html_document_destroy(document); }
};

namespace {

std::string_view view(const lxb_char_t* text, std::size_t size) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text), size);
}

// Of a text or a comment.
std::string_view characters(const lxb_dom_node_t* node) {
  const lexbor_str_t& text =
      lxb_dom_interface_character_data(const_cast<lxb_dom_node_t*>(node))->data;
  return view(text.data, text.length);
}

Tag tag_of_element(const lxb_dom_node_t* node) {
  static const auto kTags = [] {
    std::array<Tag, LXB_TAG__LAST_ENTRY> known;
    for (std::size_t i = 0; i < known.size(); ++i) {
      std::size_t size = 0;
      const lxb_char_t* const name = lxb_tag_name_by_id(i, &size);
      known[i] = tag_of(view(name, size));
    }
    return known;
  }();
  return node->local_name < kTags.size() ? kTags[node->local_name] : Tag::kInline;
}

}  // namespace

Tree::Tree() : arena_(std::make_unique<Arena>()) {}
Tree::~Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;

Tree Tree::parse(std::string_view html) {
  Tree tree;
  lxb_html_document_t* const document = tree.arena_->document;
  const auto* const bytes = reinterpret_cast<const lxb_char_t*>(html.data());
  const bool parsed =
      document != nullptr && lxb_html_document_parse(document, bytes, html.size()) == LXB_STATUS_OK;
  const lxb_dom_element_t* const root =
      parsed ? lxb_dom_document_element(lxb_dom_interface_document(document)) : nullptr;
  if (root == nullptr) {
    // Out of memory: a page without text.
    tree.add_element(Tag::kHtml, 0);
    return tree;
  }
  const lxb_dom_node_t* const top = lxb_dom_interface_node(const_cast<lxb_dom_element_t*>(root));
  std::uint32_t parent = 0;
  for (const lxb_dom_node_t* at = top; at != nullptr;) {
    bool below = false;
    if (at->type == LXB_DOM_NODE_TYPE_ELEMENT) {
      const std::uint32_t index = tree.add_element(tag_of_element(at), parent);
      auto* const element = lxb_dom_interface_element(const_cast<lxb_dom_node_t*>(at));
      for (lxb_dom_attr_t* one = element->first_attr; one != nullptr; one = one->next) {
        std::size_t name_size = 0, value_size = 0;
        const lxb_char_t* const name = lxb_dom_attr_qualified_name(one, &name_size);
        const lxb_char_t* const value = lxb_dom_attr_value(one, &value_size);
        tree.add_attribute(view(name, name_size), view(value, value_size));
      }
      below = at->first_child != nullptr;
      if (below) parent = index;
    } else if (at->type == LXB_DOM_NODE_TYPE_TEXT) {
      tree.add_text(parent, characters(at));
    } else if (at->type == LXB_DOM_NODE_TYPE_COMMENT) {
      tree.add_mark(characters(at));
    }
    if (below) {
      at = at->first_child;
      continue;
    }
    // On to the next node that is not below this one; elements that end here get their ends.
    while (at != top && at->next == nullptr) {
      at = at->parent;
      tree.nodes_[parent].end = tree.size();
      parent = tree.nodes_[parent].parent;
    }
    at = at == top ? nullptr : at->next;
  }
  return tree;
}

}  // namespace tacitus
