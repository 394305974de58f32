// The elements and texts of a page in the order in which they stand there, so that everything
// below an element is one stretch of the list and every walk is a loop.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

enum class Tag : std::uint8_t {
  kText,    // no element, but a text
  kInline,  // span and all others that do not break a line
  kA,
  kBr,
  kTime,
  kMeta,
  kLink,
  kTitle,
  kHtml,
  kHead,
  kBody,
  kP,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kBlockquote,
  kPre,
  kFigcaption,
  kAddress,
  kUl,
  kOl,
  kLi,
  kDl,
  kDt,
  kDd,
  kTable,
  kTr,
  kTd,
  kCaption,
  kDiv,
  kSection,
  kArticle,
  kMain,
  kHeader,
  kFooter,
  kNav,
  kAside,
  kFigure,
  kForm,
  kButton,
  kHr,
  kBlock,  // all others that break a line
};

struct Node {
  Tag tag = Tag::kText;
  std::uint32_t parent = 0;  // index of the element around it; its own for the root
  std::uint32_t end = 0;     // index behind the last node below it
  std::uint32_t first_attribute = 0, attribute_count = 0;
  std::string_view text;  // of a text, with entities decoded
};

// A piece of a text that trim_markup() marked: where it stands in the text and in the page.
struct TextPiece {
  std::uint32_t node = 0;
  std::uint32_t offset = 0, size = 0;  // in the node's text
  std::uint32_t begin = 0, end = 0;    // in the page
};

class Tree {
 public:
  // Parses markup that trim_markup() wrote. Its marks make no nodes.
  static Tree parse(std::string_view html);
  ~Tree();
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](std::uint32_t node) const { return nodes_[node]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  // The marked pieces, in the order of the nodes and of their texts.
  const std::vector<TextPiece>& pieces() const { return pieces_; }

  // The value of an attribute; empty where there is none. Valid as long as the tree.
  std::string_view attribute(std::uint32_t node, std::string_view name) const;
  bool has_attribute(std::uint32_t node, std::string_view name) const;

 private:
  struct Attribute {
    std::string_view name, value;
  };
  struct Arena;  // holds what the views point to

  Tree();

  // Each appends to the tree what the library's walk comes by.
  std::uint32_t add_element(Tag tag, std::uint32_t parent);
  void add_attribute(std::string_view name, std::string_view value);  // of the last element
  void add_text(std::uint32_t parent, std::string_view text);
  void add_mark(std::string_view comment);

  const Attribute* find(std::uint32_t node, std::string_view name) const;

  std::unique_ptr<Arena> arena_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<TextPiece> pieces_;
  std::deque<std::string> joined_;               // texts that marks had cut
  std::uint32_t mark_begin_ = 0, mark_end_ = 0;  // of the text that comes next, or 0 and 0
};

// By the name of an element in small letters; kInline for unknown ones.
Tag tag_of(std::string_view name);

// True for elements that begin and end a line of their own.
inline bool is_block(Tag tag) { return tag >= Tag::kHtml; }

inline bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

}  // namespace tacitus
