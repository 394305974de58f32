// A tokenizer after the HTML standard, as far as telling tags from text, comments and raw text
// needs it, that writes out again what is worth parsing.
#include "page/markup.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>

namespace tacitus {
namespace {

enum class Kind : std::uint8_t {
  kOther,
  kFormatting,  // says nothing of what is the article; the parser clones these elements all over
                // the page where they are not closed
  kSkipped,     // holds no text, or text that no reader sees, with all that is in it
  kRaw,         // its content is no markup
  kTitle,
  kVoid,
  kDropped,
  kShallow,  // the next of its kind closes it, so that it does not nest by itself
};

Kind kind_of(std::string_view name) {
  static const auto kKinds = [] {
    std::unordered_map<std::string_view, Kind> kinds = {{"title", Kind::kTitle}};
    const auto add = [&kinds](Kind kind, std::initializer_list<std::string_view> names) {
      for (const std::string_view one : names) kinds.emplace(one, kind);
    };
    add(Kind::kFormatting, {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike",
                            "strong", "tt", "u", "blink"});
    add(Kind::kSkipped, {"svg", "math", "template", "noscript", "video", "audio", "canvas",
                         "object", "applet", "select", "textarea", "map", "datalist"});
    add(Kind::kRaw, {"script", "style", "xmp", "iframe", "noembed", "noframes"});
    add(Kind::kVoid, {"br", "hr", "meta", "link", "wbr"});
    add(Kind::kDropped,
        {"img", "input", "embed", "source", "track", "area", "base", "basefont", "bgsound", "col",
         "param", "image", "frame", "keygen", "plaintext", "command", "isindex", "frameset"});
    add(Kind::kShallow,
        {"p",      "li",       "dd", "dt", "tr",      "td",       "th",   "thead", "tbody", "tfoot",
         "option", "optgroup", "rp", "rt", "caption", "colgroup", "html", "head",  "body",  "a"});
    return kinds;
  }();
  const auto found = kKinds.find(name);
  return found == kKinds.end() ? Kind::kOther : found->second;
}

const std::unordered_set<std::string_view> kAttributes = {
    "class",     "id",      "href",        "rel",      "role",  "itemprop", "itemtype",
    "itemscope", "content", "name",        "property", "type",  "datetime", "lang",
    "xml:lang",  "hidden",  "aria-hidden", "style",    "title", "pubdate",  "data-testid"};
constexpr std::size_t kMaxValue = 8192;  // bytes of an attribute's value

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void lower_into(std::string& out, std::string_view text) {
  out.clear();
  for (const char c : text.substr(0, 40)) out += lower(c);
}

class Trimmer {
 public:
  Trimmer(std::string_view page, std::uint32_t max_elements, bool marks)
      : page_(page), elements_left_(max_elements), marks_(marks) {}

  Markup run() {
    out_.html.reserve(page_.size() / 2);
    while (at_ < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at_), page_.size());
      text(at_, open);
      at_ = open;
      if (at_ < page_.size()) markup();
    }
    return std::move(out_);
  }

 private:
  void text(std::size_t begin, std::size_t end) {
    const std::string_view text = page_.substr(begin, end - begin);
    if (!marks_ || std::all_of(text.begin(), text.end(), is_space)) {
      out_.html += text;
      return;
    }
    while (begin < end) {
      const std::size_t next = piece_end(begin, end);
      mark(begin, next);
      out_.html.append(page_, begin, next - begin);
      begin = next;
    }
  }

  void mark(std::size_t begin, std::size_t end) {
    if (marks_) out_.html += "<!--" + std::to_string(begin) + ' ' + std::to_string(end) + "-->";
  }

  std::size_t piece_end(std::size_t begin, std::size_t end) const {
    std::size_t at = begin + 1;
    if (page_[begin] == '&') {
      while (at < end && (is_letter(page_[at]) || is_digit(page_[at]) || page_[at] == '#')) ++at;
      return at < end && page_[at] == ';' ? at + 1 : at;
    }
    if (page_[begin] == '\r') return at < end && page_[at] == '\n' ? at + 1 : at;
    if (page_[begin] == '\0') return at;
    while (at < end && page_[at] != '&' && page_[at] != '\r' && page_[at] != '\0') ++at;
    return at;
  }

  // What stands at a "<".
  void markup() {
    const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
    if (next == '!' || next == '?') return comment();
    const bool end = next == '/';
    if (is_letter(end && at_ + 2 < page_.size() ? page_[at_ + 2] : next)) return tag(end);
    if (end) return pass_to(">");
    // Written so that it cannot become a tag with what follows once tags are left out.
    mark(at_, at_ + 1);
    out_.html += "&lt;";
    ++at_;
  }

  void pass_to(std::string_view mark) {
    const std::size_t end = page_.find(mark, at_);
    at_ = end == page_.npos ? page_.size() : end + mark.size();
  }

  void comment() {
    const std::string_view rest = page_.substr(at_);
    if (!rest.starts_with("<!--")) return pass_to(">");
    at_ += 4;
    if (rest.substr(4).starts_with('>') || rest.substr(4).starts_with("->")) return pass_to(">");
    // A comment that nobody closed ends the page for a browser. It is more likely a slip.
    const std::size_t end = find_end("--", [](char c) { return c == '>' || c == '!'; });
    if (end != page_.npos) at_ = end;
    if (end != page_.npos) pass_to(">");
  }

  // The place behind the next `mark` that is followed by a fitting character. What is not found
  // once is not looked for again.
  template <class Fits>
  std::size_t find_end(const std::string& mark, Fits fits) {
    if (missing_.contains(mark)) return page_.npos;
    for (std::size_t i = page_.find(mark, at_); i != page_.npos; i = page_.find(mark, i + 1)) {
      const std::size_t behind = i + mark.size();
      if (behind < page_.size() && fits(page_[behind])) return behind;
    }
    missing_.insert(mark);
    return page_.npos;
  }

  // The "<" of the next end tag of `name`.
  std::size_t find_end_tag(const std::string& name) {
    if (missing_.contains(name)) return page_.npos;
    for (std::size_t i = page_.find("</", at_); i != page_.npos; i = page_.find("</", i + 2)) {
      const std::size_t behind = i + 2 + name.size();
      if (behind >= page_.size()) break;
      const char c = page_[behind];
      if ((is_space(c) || c == '>' || c == '/') &&
          std::equal(name.begin(), name.end(), page_.begin() + static_cast<std::ptrdiff_t>(i) + 2,
                     [](char a, char b) { return a == lower(b); })) {
        return i;
      }
    }
    missing_.insert(name);
    return page_.npos;
  }

  void tag(bool end) {
    at_ += end ? 2 : 1;
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') {
      ++at_;
    }
    lower_into(name_, page_.substr(begin, at_ - begin));
    attributes(end);
    const bool plain = std::all_of(name_.begin(), name_.end(), [](char c) {
      return is_letter(c) || is_digit(c) || c == '-' || c == ':';
    });
    if (plain) end ? end_tag() : start_tag();
  }

  // Reads up to behind the ">" and keeps what is wanted, each attribute once.
  void attributes(bool ignore) {
    kept_.clear();
    kept_names_.clear();
    type_ = {};
    self_closing_ = false;
    while (at_ < page_.size() && page_[at_] != '>') {
      if (is_space(page_[at_]) || page_[at_] == '/') {
        self_closing_ = page_[at_] == '/';
        ++at_;
        continue;
      }
      self_closing_ = false;
      attribute(ignore);
    }
    if (at_ < page_.size()) ++at_;
  }

  void attribute(bool ignore) {
    const std::size_t start = at_++;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/' &&
           page_[at_] != '=') {
      ++at_;
    }
    const std::string_view name = page_.substr(start, at_ - start);
    std::string_view value;
    std::size_t next = at_;
    while (next < page_.size() && is_space(page_[next])) ++next;
    if (next < page_.size() && page_[next] == '=') {
      at_ = next + 1;
      value = attribute_value();
    }
    if (ignore || name.size() > 12) return;
    lower_into(attribute_, name);
    const auto known = kAttributes.find(attribute_);
    if (known == kAttributes.end() || value.size() > kMaxValue) return;
    if (std::find(kept_names_.begin(), kept_names_.end(), *known) != kept_names_.end()) return;
    kept_names_.push_back(*known);
    if (*known == "type") type_ = value;
    kept_ += ' ';
    kept_ += *known;
    kept_ += "=\"";
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find('"', begin), value.size());
      kept_ += value.substr(begin, end - begin);
      if (end < value.size()) kept_ += "&quot;";
      begin = end + 1;
    }
    kept_ += '"';
  }

  std::string_view attribute_value() {
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    if (at_ == page_.size()) return {};
    const char quote = page_[at_];
    std::size_t begin = at_, end;
    if (quote == '"' || quote == '\'') {
      begin = ++at_;
      end = std::min(page_.find(quote, begin), page_.size());
      at_ = std::min(end + 1, page_.size());
    } else {
      while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
      end = at_;
    }
    return page_.substr(begin, end - begin);
  }

  void start_tag() {
    const Kind kind = kind_of(name_);
    if (kind == Kind::kRaw) return raw_text();
    if (kind == Kind::kTitle) return title();
    if (kind == Kind::kFormatting || kind == Kind::kDropped) return;
    if (kind == Kind::kSkipped) {
      const std::size_t end = self_closing_ ? page_.npos : find_end_tag(name_);
      if (end == page_.npos) return;
      at_ = end;
      return pass_to(">");
    }
    if (elements_left_ == 0) {
      ++out_.too_many;
      out_.html += ' ';
      return;
    }
    if (kind == Kind::kOther) {
      if (open_.size() >= kMaxDepth) {
        ++out_.too_deep;
        out_.html += ' ';
        return;
      }
      open_.push_back(name_);
      ++open_count_[name_];
    }
    --elements_left_;
    out_.html += '<';
    out_.html += name_;
    out_.html += kept_;
    out_.html += '>';
  }

  void end_tag() {
    const Kind kind = kind_of(name_);
    if (kind == Kind::kOther) {
      const auto count = open_count_.find(name_);
      if (count == open_count_.end() || count->second == 0) return;
      for (bool found = false; !found; open_.pop_back()) {
        found = open_.back() == name_;
        --open_count_[open_.back()];
      }
    } else if (kind != Kind::kShallow && kind != Kind::kVoid) {
      return;
    } else if (elements_left_ == 0) {
      return;
    } else {
      --elements_left_;  // "</p>" and "</br>" make elements too
    }
    out_.html += "</";
    out_.html += name_;
    out_.html += '>';
  }

  void raw_text() {
    const std::size_t begin = at_;
    const std::size_t end = find_end_tag(name_);
    if (end == page_.npos) {
      // What a script that nobody closed would swallow is script for the most part.
      if (name_ == "script" || name_ == "style") at_ = page_.size();
      return;
    }
    if (name_ == "script" && type_.find("ld+json") != type_.npos) {
      out_.json_ld.push_back(page_.substr(begin, end - begin));
    }
    at_ = end;
    pass_to(">");
  }

  void title() {
    const std::size_t begin = at_;
    const std::size_t end = elements_left_ == 0 ? page_.npos : find_end_tag(name_);
    if (end == page_.npos) return;
    --elements_left_;
    out_.html += "<title>";
    out_.html.append(page_, begin, end - begin);
    out_.html += "</title>";
    at_ = end;
    pass_to(">");
  }

  std::string_view page_;
  std::size_t at_ = 0;
  Markup out_;
  std::uint32_t elements_left_;
  bool marks_;
  std::vector<std::string> open_;  // elements that nest, from the outermost to the current one
  std::unordered_map<std::string, std::uint32_t> open_count_;
  std::unordered_set<std::string> missing_;  // end marks that do not come any more

  // The current tag.
  std::string name_, attribute_, kept_;
  std::string_view type_;
  std::vector<std::string_view> kept_names_;
  bool self_closing_ = false;
};

}  // namespace

Markup trim_markup(std::string_view page, std::uint32_t max_elements, bool marks) {
  return Trimmer(page, max_elements, marks).run();
}

}  // namespace tacitus
