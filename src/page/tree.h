// The elements and texts of a page in the order in which they stand there, so that everything
// below an element is one stretch of the list and every walk is a loop.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tacitus {

enum class Tag : std::uint8_t {
  kText,     // no element, but a text
  kInline,   // span and all others that do not break a line
  kA, kBr, kTime, kMeta, kLink, kTitle,
  kHtml, kHead, kBody,
  kP, kH1, kH2, kH3, kH4, kH5, kH6, kBlockquote, kPre, kFigcaption, kAddress,
  kUl, kOl, kLi, kDl, kDt, kDd, kTable, kTr, kTd, kCaption,
  kDiv, kSection, kArticle, kMain, kHeader, kFooter, kNav, kAside, kFigure, kForm, kButton, kHr,
  kBlock,    // all others that break a line
};

struct Node {
  Tag tag = Tag::kText;
  std::uint32_t parent = 0;  // index of the element around it; its own for the root
  std::uint32_t end = 0;     // index behind the last node below it
  std::uint32_t first_attribute = 0, attribute_count = 0;
  std::string_view text;     // of a text, with entities decoded
};

class Tree {
 public:
  // Parses markup that trim_markup() wrote.
  static Tree parse(std::string_view html);
  ~Tree();
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](std::uint32_t node) const { return nodes_[node]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  // The value of an attribute; empty where there is none. Valid as long as the tree.
  std::string_view attribute(std::uint32_t node, std::string_view name) const;
  bool has_attribute(std::uint32_t node, std::string_view name) const;

 private:
  struct Attribute {
    std::string_view name, value;
  };
  struct Arena;  // holds what the views point to

  Tree();
  const Attribute* find(std::uint32_t node, std::string_view name) const;

  std::unique_ptr<Arena> arena_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

// By the name of an element in small letters; kInline for unknown ones.
Tag tag_of(std::string_view name);

// True for elements that begin and end a line of their own.
inline bool is_block(Tag tag) { return tag >= Tag::kHtml; }

inline bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

}  // namespace tacitus
