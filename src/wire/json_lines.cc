// A handler of nlohmann's events that keeps the few members it knows, so that a line of any
// shape costs no more memory than its text.
#include "wire/json_lines.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace tacitus {
namespace {

using Json = nlohmann::json;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// The number of an escape "\uXXXX" at `at`, or -1.
int escape_at(std::string_view line, std::size_t at) {
  if (at + 6 > line.size() || line[at] != '\\' || line[at + 1] != 'u') return -1;
  int code = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_digit(line[i]);
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

// Writes U+FFFD over escapes of half a surrogate pair, which are no characters; what follows
// them stays in place.
void mend_surrogates(std::string& line) {
  for (std::size_t at = line.find('\\'); at != line.npos; at = line.find('\\', at)) {
    const int code = escape_at(line, at);
    if (code < 0xD800 || code > 0xDFFF) {
      at += 2;
      continue;
    }
    const int next = escape_at(line, at + 6);
    if (code < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
      at += 12;
    } else {
      line.replace(at, 6, "\\ufffd");
      at += 6;
    }
  }
}

class LineHandler : public nlohmann::json_sax<Json> {
 public:
  Item item;
  std::optional<std::string> id, text, html;
  std::string reason;  // why the line is none of ours

  bool null() override { return depth_ == 0 ? refuse("not a JSON object") : value("null"); }
  bool boolean(bool) override { return value(nullptr); }
  bool number_integer(std::int64_t number) override { return integer(number); }
  bool number_unsigned(std::uint64_t number) override {
    if (in_range_) {
      if (number > UINT32_MAX || bounds_.size() == 2) return refuse_range();
      bounds_.push_back(static_cast<std::uint32_t>(number));
      return true;
    }
    return integer(number);
  }
  bool number_float(double, const std::string&) override { return value(nullptr); }
  bool binary(Json::binary_t&) override { return value(nullptr); }

  bool string(std::string& content) override {
    if (depth_ != 1) return value(nullptr);
    if (std::optional<std::string>* const member = known()) *member = std::move(content);
    return key_ == "pairs" ? refuse("\"pairs\" is not an array") : true;
  }

  bool start_object(std::size_t) override {
    if (depth_ == 0) return enter();
    if (in_pairs_ && depth_ == 2) {
      item.pairs.emplace_back();
      side_ = nullptr;
      return enter();
    }
    return value(nullptr) && enter();
  }

  bool key(std::string& name) override {
    if (depth_ == 1) key_ = name;
    if (in_pairs_ && depth_ == 3) {
      ActorPair& pair = item.pairs.back();
      side_ = name == "source" ? &pair.source : name == "target" ? &pair.target : nullptr;
    }
    return true;
  }

  bool end_object() override { return leave(); }

  bool start_array(std::size_t) override {
    if (depth_ == 0) return refuse("not a JSON object");
    if (depth_ == 1 && key_ == "pairs") {
      in_pairs_ = true;
      item.pairs.clear();
      return enter();
    }
    if (in_pairs_ && depth_ == 3 && side_ != nullptr) {
      in_range_ = true;
      bounds_.clear();
      return enter();
    }
    return value(nullptr) && enter();
  }

  bool end_array() override {
    if (in_range_ && depth_ == 4) {
      if (bounds_.size() != 2) return refuse_range();
      *side_ = ActorPair::Range(bounds_[0], bounds_[1]);
      in_range_ = false;
    }
    if (in_pairs_ && depth_ == 2) in_pairs_ = false;
    return leave();
  }

  bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
    return refuse("no valid JSON at byte " + std::to_string(position));
  }

 private:
  bool enter() {
    ++depth_;
    return true;
  }
  bool leave() {
    --depth_;
    return true;
  }
  bool refuse(std::string why) {
    reason = std::move(why);
    return false;
  }
  bool refuse_range() {
    return refuse("pairs[" + std::to_string(item.pairs.size() - 1) + "] is not [start, end] or null");
  }

  // Where a string goes that is a value of the outermost object; null for unknown members.
  std::optional<std::string>* known() {
    if (key_ == "id") return &id;
    if (key_ == "text") return &text;
    if (key_ == "html") return &html;
    if (key_ == "url") return &item.url;
    if (key_ == "title") return &item.title;
    if (key_ == "published") return &item.published;
    return nullptr;
  }

  template <class Number>
  bool integer(Number number) {
    if (depth_ == 1 && key_ == "id") {
      id = std::to_string(number);
      return true;
    }
    return value(nullptr);
  }

  // A value that is no string: `null` stands for a member that is absent.
  bool value(const char* null) {
    if (depth_ == 0) return refuse("not a JSON object");
    if (in_range_) return refuse_range();
    if (in_pairs_ && depth_ == 2) return refuse("\"pairs\" holds something that is no object");
    if (in_pairs_ && depth_ == 3 && side_ != nullptr && null == nullptr) return refuse_range();
    if (depth_ != 1) return true;
    if (null != nullptr) {
      if (std::optional<std::string>* const member = known()) member->reset();
      return true;
    }
    if (key_ == "pairs") return refuse("\"pairs\" is not an array");
    return known() == nullptr ? true : refuse('"' + key_ + "\" is not a string");
  }

  std::size_t depth_ = 0;
  std::string key_;  // of the outermost object
  bool in_pairs_ = false, in_range_ = false;
  std::optional<ActorPair::Range>* side_ = nullptr;
  std::vector<std::uint32_t> bounds_;
};

// Why the pairs do not fit the text; empty if they do.
std::string check_pairs(const Item& item) {
  if (item.pairs.empty()) return "";
  // The ranges of a page count in the text that is found in it, and are checked there.
  const std::uint32_t size =
      item.form == Form::kText ? Offsets(item.content).code_points() : UINT32_MAX;
  for (std::size_t i = 0; i < item.pairs.size(); ++i) {
    for (const auto& range : {item.pairs[i].source, item.pairs[i].target}) {
      if (range && (range->first >= range->second || range->second > size)) {
        return "pairs[" + std::to_string(i) + "] has a range that is not in the text";
      }
    }
  }
  return "";
}

}  // namespace

Result<Item> read_json_line(std::string_view line, const std::string& place) {
  const auto error = [&place](const std::string& reason) {
    return Error{ErrorCode::kBadInput, place + ": " + reason};
  };
  LineHandler handler;
  std::size_t replaced = 0;
  std::string mended;
  if (!is_utf8(line)) {
    mended = repair(line, replaced);
    line = mended;
  }
  if (line.find("\\u") != line.npos) {
    if (mended.empty()) mended = line;
    mend_surrogates(mended);
    line = mended;
  }
  const bool parsed = Json::sax_parse(line.begin(), line.end(), &handler);
  if (!handler.reason.empty()) return error(handler.reason);
  if (!parsed) return error("no valid JSON");

  Item item = std::move(handler.item);
  item.id = handler.id ? *std::move(handler.id) : place;
  item.is_utf8 = true;
  item.replaced = replaced;
  if (!handler.text && !handler.html) return error("has neither \"text\" nor \"html\"");
  item.form = handler.text ? Form::kText : Form::kHtml;
  item.content = handler.text ? *std::move(handler.text) : *std::move(handler.html);
  if (item.content.size() > UINT32_MAX) return error("text of 4 GiB or more");
  const std::string reason = check_pairs(item);
  if (!reason.empty()) return error(reason);
  return item;
}

bool looks_like_json_line(std::string_view line, bool cut) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == line.npos || line[begin] != '{') return false;
  return cut || line[line.find_last_not_of(" \t\r")] == '}';
}

}  // namespace tacitus
