// The stories of NewsML-G2, one item or a message of many.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "wire/feed_entry.h"
#include "wire/input.h"
#include "wire/source.h"
#include "wire/xml.h"

namespace tacitus {

// To be given to an XmlReader. Takes text items with their text inside, as NITF, XHTML or plain
// text; pictures, packages and items that are cancelled or withheld are passed over.
class NewsmlStories : public XmlEvents {
 public:
  explicit NewsmlStories(std::uint64_t max_content) : max_content_(max_content) {}

  // The next story that is there, or none. A story without any text has an empty content.
  std::optional<FeedEntry> take();
  bool any_item() const { return any_item_; }

  void start(const XmlName& name, const XmlAttributes& attributes) override;
  void end(const XmlName& name) override;
  void text(std::string_view text) override;

 private:
  void start_story(const XmlAttributes& attributes);
  void end_story();
  void start_in_content(const std::string& name);
  void end_paragraph();
  void put(const std::string& name, const std::string& parent, std::string value);
  bool in_story() const { return story_depth_ > 0; }

  std::uint64_t max_content_;
  std::deque<FeedEntry> ready_;
  bool any_item_ = false;
  std::vector<std::string> open_;    // local names of the open elements
  std::size_t story_depth_ = 0;      // of the item, from 1; 0 outside of one
  std::size_t content_depth_ = 0;    // of the element that holds its text
  std::size_t passed_depth_ = 0;     // of an element inside whose text is not the story's
  bool is_plain_ = false;            // the text is no markup, and its lines are kept
  bool is_text_ = true, is_usable_ = true;

  FeedEntry story_;
  std::string item_title_, body_title_, dateline_, by_, version_date_, content_date_, provider_;
  std::string line_;                 // text of a short element
  std::string paragraph_;
};

// Gives the stories as texts: headline, blank line, paragraphs.
class NewsmlSource : public Source {
 public:
  // As FeedSource.
  NewsmlSource(Input& input, std::string place, std::uint64_t max_page);

  std::optional<Result<Item>> next() override;

 private:
  Input& input_;
  std::string place_;
  NewsmlStories stories_;
  XmlReader xml_;
  std::uint64_t number_ = 0;
  bool ended_ = false;
};

}  // namespace tacitus
