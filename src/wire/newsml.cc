// What is known of a story stands in itemMeta and contentMeta, its text in contentSet.
#include "wire/newsml.h"

#include <algorithm>
#include <array>

#include "wire/fields.h"

namespace tacitus {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestLine = 1 << 13;

// Elements of NITF and XHTML that part paragraphs; all others stand inside of them.
constexpr std::array kBlocks = {
    "p"sv,  "h1"sv, "h2"sv, "h3"sv,  "h4"sv, "h5"sv, "h6"sv, "hl2"sv,     "li"sv,         "ul"sv,  "ol"sv,
    "dt"sv, "dd"sv, "dl"sv, "tr"sv,  "bq"sv, "pre"sv, "div"sv, "block"sv, "section"sv,    "hr"sv,  "table"sv,
    "article"sv, "body"sv, "body.content"sv, "blockquote"sv, "nitf"sv, "html"sv, "inlineXML"sv};
// Those whose text is not the story's.
constexpr std::array kPassed = {"head"sv,  "body.head"sv, "body.end"sv, "script"sv, "style"sv,
                                "media"sv, "figure"sv,    "aside"sv,    "nitf-table-metadata"sv};

template <std::size_t size>
bool is_one(const std::array<std::string_view, size>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// "nprov:REUTERS" without the name of its list.
std::string_view code_of(std::string_view qcode) { return qcode.substr(qcode.find(':') + 1); }

std::string without_by(std::string name) {
  if (same_letters(std::string_view(name).substr(0, 3), "by ")) name.erase(0, 3);
  return name;
}

}  // namespace

std::optional<FeedEntry> NewsmlStories::take() {
  if (ready_.empty()) return std::nullopt;
  FeedEntry story = std::move(ready_.front());
  ready_.pop_front();
  return story;
}

void NewsmlStories::start(const XmlName& name, const XmlAttributes& attributes) {
  const std::string local(name.local);
  const auto attribute = [&](std::string_view key) {
    return find_attribute(attributes, key).value_or(std::string_view());
  };
  if (!in_story()) {
    if (local.ends_with("Item")) any_item_ = true;
    if (local == "newsItem") start_story(attributes);
    open_.push_back(local);
    return;
  }
  line_.clear();
  if (content_depth_ > 0) {
    start_in_content(local);
  } else if (local == "inlineXML" || local == "inlineData") {
    const std::string type = small_letters(attribute("contenttype"));
    // Renditions of one text come after each other; the first that is a text counts.
    const bool encoded = !attribute("encoding").empty();
    if (story_.content.empty() && !encoded && (local == "inlineXML" || type.empty() || type.starts_with("text/plain"))) {
      content_depth_ = open_.size() + 1;
      is_plain_ = local == "inlineData";
      passed_depth_ = 0;
    }
  } else if (local == "itemClass") {
    const std::string_view code = code_of(attribute("qcode"));
    is_text_ = code == "text" || code == "composite" || code.empty();
  } else if (local == "pubStatus") {
    const std::string_view code = code_of(attribute("qcode"));
    is_usable_ = code == "usable" || code.empty();
  } else if (local == "provider" || local == "infoSource") {
    const std::string_view literal = attribute("literal");
    if (provider_.empty()) provider_ = literal.empty() ? code_of(attribute("qcode")) : literal;
  } else if (local == "language" && story_.language.empty()) {
    story_.language = attribute("tag");
  }
  open_.push_back(local);
}

void NewsmlStories::start_story(const XmlAttributes& attributes) {
  story_ = FeedEntry();
  story_.id = find_attribute(attributes, "guid").value_or("");
  for (std::string* const text : {&item_title_, &body_title_, &dateline_, &by_, &version_date_,
                                  &content_date_, &provider_, &line_, &paragraph_}) {
    text->clear();
  }
  is_text_ = is_usable_ = true;
  story_depth_ = open_.size() + 1;
  content_depth_ = passed_depth_ = 0;
}

void NewsmlStories::start_in_content(const std::string& name) {
  if (passed_depth_ > 0) return;
  if (is_one(kPassed, name)) {
    end_paragraph();
    passed_depth_ = open_.size() + 1;
  } else if (is_one(kBlocks, name)) {
    end_paragraph();
  } else if (name == "br" || name == "td" || name == "th") {
    paragraph_ += ' ';
  }
}

void NewsmlStories::text(std::string_view text) {
  if (!in_story()) return;
  if (line_.size() < kLongestLine) line_ += text;
  if (content_depth_ == 0 || passed_depth_ > 0) return;
  if (story_.content.size() + paragraph_.size() <= max_content_) paragraph_ += text;
}

void NewsmlStories::end_paragraph() {
  std::string& content = story_.content;
  if (is_plain_) {
    content += paragraph_;
  } else {
    // White space in markup is only layout.
    std::string line;
    for (const char c : paragraph_) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) line += c;
      else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    if (line.ends_with(' ')) line.pop_back();
    if (!line.empty()) content += (content.empty() ? "" : "\n\n") + line;
  }
  paragraph_.clear();
}

void NewsmlStories::end(const XmlName&) {
  if (open_.empty()) return;
  const std::size_t depth = open_.size();
  const std::string name = std::move(open_.back());
  open_.pop_back();
  if (!in_story()) return;
  const std::string parent = open_.empty() ? "" : open_.back();
  if (content_depth_ > 0) {
    if (name == "hl1" || name == "dateline" || name == "byline" || name == "title") {
      put(name, "content", one_line(line_));
    }
    if (depth == passed_depth_) passed_depth_ = 0;
    else if (passed_depth_ == 0 && is_one(kBlocks, name)) end_paragraph();
    if (depth == content_depth_) {
      end_paragraph();
      content_depth_ = 0;
    }
  } else {
    put(name, parent, one_line(line_));
  }
  line_.clear();
  if (depth == story_depth_) end_story();
}

// Keeps what a short element says, if it is one of those that are known; the first counts.
void NewsmlStories::put(const std::string& name, const std::string& parent, std::string value) {
  const auto first = [&value](std::string& target) {
    if (target.empty()) target = std::move(value);
  };
  if (parent == "content") {
    if (name == "hl1" || name == "title") first(body_title_);
    if (name == "dateline") first(dateline_);
    if (name == "byline") first(by_);
  } else if (parent == "contentMeta") {
    if (name == "headline") first(story_.title);
    if (name == "dateline") first(dateline_);
    if (name == "by") first(by_);
    if (name == "contentCreated") first(content_date_);
  } else if (parent == "itemMeta") {
    if (name == "title") first(item_title_);
    if (name == "firstCreated") first(story_.published);
    if (name == "versionCreated") first(version_date_);
  } else if (name == "name") {
    if (parent == "provider") first(story_.source);
    if (parent == "creator" && !value.empty() && story_.author.size() < kLongestLine) {
      story_.author += (story_.author.empty() ? "" : ", ") + value;
    }
  }
}

void NewsmlStories::end_story() {
  story_depth_ = 0;
  const auto instead = [](std::string& target, const std::string& other) {
    if (target.empty()) target = other;
  };
  instead(story_.title, item_title_);
  instead(story_.title, body_title_);
  instead(story_.published, content_date_);
  instead(story_.published, version_date_);
  if (version_date_ != story_.published) story_.modified = version_date_;
  instead(story_.source, provider_);
  if (!by_.empty()) story_.author = without_by(by_);
  std::string& content = story_.content;
  if (content.size() > max_content_) content.clear();
  const std::string_view place = std::string_view(dateline_).substr(0, dateline_.find_first_of(" ,("));
  if (!dateline_.empty() && !content.empty() && !content.starts_with(place)) {
    const bool has_dash = dateline_.ends_with('-') || dateline_.ends_with("–") || dateline_.ends_with("—");
    content.insert(0, dateline_ + (has_dash ? " " : " - "));
  }
  if (is_text_ && is_usable_) ready_.push_back(std::move(story_));
}

NewsmlSource::NewsmlSource(Input& input, std::string place, std::uint64_t max_page)
    : input_(input), place_(std::move(place)), stories_(max_page), xml_(stories_) {}

std::optional<Result<Item>> NewsmlSource::next() {
  while (true) {
    if (std::optional<FeedEntry> story = stories_.take()) {
      const std::string number = std::to_string(++number_);
      if (trim_spaces(story->content).empty()) {
        return Error{ErrorCode::kBadInput,
                     input_.name() + ": story " + number + " (" + story->id.substr(0, 200) + "): has no text"};
      }
      return item_of(std::move(*story), place_ + ":" + number);
    }
    if (ended_) return std::nullopt;
    bool good;
    if (input_.fill(1)) {
      good = xml_.read(input_.window());
      input_.consume(input_.window().size());
      if (good) continue;
    } else {
      good = xml_.finish();
    }
    // Stories that came out with the last piece are still given, this error before them.
    ended_ = true;
    if (input_.trouble()) return *input_.trouble();
    if (!stories_.any_item()) return Error{ErrorCode::kBadInput, input_.name() + ": is no NewsML-G2"};
    if (!good) return Error{ErrorCode::kBadInput, input_.name() + ": " + xml_.reason()};
  }
}

}  // namespace tacitus
