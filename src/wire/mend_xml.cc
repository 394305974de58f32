// A scan for the few marks that matter: "&", the ends of CDATA sections and comments.
#include "wire/mend_xml.h"

#include <libxml/HTMLparser.h>

#include <algorithm>

namespace tacitus {
namespace {

// The longest mark or reference that is waited for across the end of a piece.
constexpr std::size_t kLongest = 40;

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The size of the reference that `text` begins with, with its semicolon; 0 if it begins none.
std::size_t reference_size(std::string_view text) {
  std::size_t at = 1;
  if (text.substr(at).starts_with('#')) {
    ++at;
    const bool hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
    at += hex;
    const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
    const std::size_t begin = at;
    while (at < text.size() && digits.find(text[at]) != digits.npos) ++at;
    if (at == begin) return 0;
  } else {
    const std::size_t begin = at;
    while (at < text.size() && is_name(text[at])) ++at;
    if (at == begin) return 0;
  }
  return at < text.size() && text[at] == ';' && at < kLongest ? at + 1 : 0;
}

bool is_xml_name(std::string_view name) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

}  // namespace

char32_t html_character(std::string_view name) {
  const std::string copy(name);
  const htmlEntityDesc* const found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(copy.c_str()));
  return found == nullptr ? 0 : found->value;
}

std::string_view XmlMender::mend(std::string_view piece, bool last) {
  out_.clear();
  if (!started_ && held_.size() + piece.size() < 4 && !last) {
    held_ += piece;
    return {};
  }
  held_ += piece;
  if (!started_) {
    started_ = true;
    const std::string_view front = std::string_view(held_).substr(0, 4);
    is_wide_ = front.find('\0') != front.npos || front.starts_with("\xff\xfe") ||
               front.starts_with("\xfe\xff");
  }
  if (is_wide_) {
    out_.swap(held_);
    held_.clear();
    return out_;
  }
  std::string_view rest = held_;
  while (!rest.empty()) {
    const std::size_t taken = take(rest, last);
    if (taken == 0) break;
    rest.remove_prefix(taken);
  }
  held_.erase(0, held_.size() - rest.size());
  return out_;
}

// Writes the mended form of what `rest` begins with; how much of it that was, or 0 where more is
// needed to tell.
std::size_t XmlMender::take(std::string_view rest, bool last) {
  const char c = rest[0];
  const bool short_of = rest.size() < kLongest && !last;
  if (is_control(c)) {
    out_ += ' ';
    return 1;
  }
  const auto switch_to = [&](std::string_view mark, Place place) -> std::size_t {
    out_ += mark;
    place_ = place;
    return mark.size();
  };
  if (place_ == Place::kText && c == '<') {
    if (short_of) return 0;
    if (rest.starts_with("<![CDATA[")) return switch_to("<![CDATA[", Place::kCdata);
    if (rest.starts_with("<!--")) return switch_to("<!--", Place::kComment);
  } else if (place_ == Place::kText && c == '&') {
    if (short_of) return 0;
    const std::size_t size = reference_size(rest);
    const std::string_view name = size == 0 ? rest.substr(0, 0) : rest.substr(1, size - 2);
    if (size > 0 && (name.starts_with('#') || is_xml_name(name))) {
      out_ += rest.substr(0, size);
      return size;
    }
    if (const char32_t code = size == 0 ? 0 : html_character(name)) {
      out_ += "&#" + std::to_string(static_cast<std::uint32_t>(code)) + ';';
      return size;
    }
    out_ += "&amp;";
    return 1;
  } else if (place_ == Place::kCdata && c == ']') {
    if (short_of) return 0;
    if (rest.starts_with("]]>")) return switch_to("]]>", Place::kText);
  } else if (place_ == Place::kComment && c == '-') {
    if (short_of) return 0;
    if (rest.starts_with("-->")) return switch_to("-->", Place::kText);
  }
  // Everything up to the next byte that can matter.
  const auto matters = [](char b) { return b == '<' || b == '&' || b == ']' || b == '-' || is_control(b); };
  const auto end = std::find_if(rest.begin() + 1, rest.end(), matters);
  const auto size = static_cast<std::size_t>(end - rest.begin());
  out_ += rest.substr(0, size);
  return size;
}

}  // namespace tacitus
