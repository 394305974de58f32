// The elements are few and never hold each other, so that they can be found by their tags.
#include "wire/reuters.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "wire/fields.h"
#include "wire/size.h"
#include "wire/xml.h"

namespace tacitus {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBegin = "<REUTERS";
constexpr std::string_view kEnd = "</REUTERS>";

// What stands between <name ...> and </name>; empty if the element is not there.
std::string_view element(std::string_view story, const std::string& name) {
  const std::size_t open = story.find("<" + name);
  if (open == story.npos) return {};
  const std::size_t begin = story.find('>', open);
  if (begin == story.npos) return {};
  const std::size_t end = story.find("</" + name + ">", begin);
  return end == story.npos ? std::string_view() : story.substr(begin + 1, end - begin - 1);
}

std::string_view attribute(std::string_view tag, const std::string& name) {
  const std::size_t at = tag.find(' ' + name + "=\"");
  if (at == tag.npos) return {};
  const std::size_t begin = at + name.size() + 3;
  return tag.substr(begin, tag.find('"', begin) - begin);
}

// References resolved, signals of the wire taken out, bytes that are no UTF-8 read as Latin-1.
std::string plain_text(std::string_view sgml) {
  const bool utf8 = is_utf8(sgml);
  std::string out;
  for (std::size_t at = 0; at < sgml.size(); ++at) {
    const auto byte = static_cast<unsigned char>(sgml[at]);
    const std::string_view rest = sgml.substr(at, 12);
    const std::size_t end = byte == '&' ? rest.find(';') : rest.npos;
    if (end != rest.npos) {
      const std::string_view name = rest.substr(1, end - 1);
      const bool is_number = name.starts_with('#');
      if (is_number || name == "lt" || name == "gt" || name == "amp") {
        if (!is_number) out += name == "lt" ? '<' : name == "gt" ? '>' : '&';
        // All numbers are signals but the tab.
        if (name == "#9") out += '\t';
        at += end;
        continue;
      }
    }
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) continue;
    if (byte < 0x80 || utf8) out += sgml[at];
    else append_utf8(out, byte);
  }
  return out;
}

// "26-FEB-1987 15:01:01.79" in ISO 8601; empty for anything else.
std::string iso_date(std::string_view date) {
  constexpr std::array kMonths = {"JAN"sv, "FEB"sv, "MAR"sv, "APR"sv, "MAY"sv, "JUN"sv,
                                  "JUL"sv, "AUG"sv, "SEP"sv, "OCT"sv, "NOV"sv, "DEC"sv};
  date = trim_spaces(date);
  std::string padded(date);
  if (padded.size() > 1 && padded[1] == '-') padded.insert(0, "0");
  if (padded.size() < 20) return "";
  const auto month = std::find(kMonths.begin(), kMonths.end(), std::string_view(padded).substr(3, 3));
  if (month == kMonths.end()) return "";
  const auto number = static_cast<std::size_t>(month - kMonths.begin()) + 1;
  std::string iso = padded.substr(7, 4) + (number < 10 ? "-0" : "-") + std::to_string(number) + '-' +
                    padded.substr(0, 2) + 'T' + padded.substr(12, 8);
  constexpr std::string_view kForm = "0000-00-00T00:00:00";
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = iso[i] >= '0' && iso[i] <= '9';
    if (kForm[i] == '0' ? !digit : iso[i] != kForm[i]) return "";
  }
  return iso;
}

// "    by A Name, Reuters" as the name.
std::string author_of(std::string_view element) {
  std::string name = one_line(plain_text(element));
  if (same_letters(std::string_view(name).substr(0, 3), "by ")) name.erase(0, 3);
  const std::size_t comma = name.rfind(", Reuter");
  if (comma != name.npos) name.erase(comma);
  return name;
}

// Without white space at the ends of the text, nor the sign-off that wire copy ends in. The first
// line's indent stays, since it tells paragraphs.
std::string without_sign_off(std::string text) {
  const auto trim_end = [&text] { text.erase(text.find_last_not_of(" \t\n") + 1); };
  trim_end();
  for (const std::string_view last : {"\n Reuter"sv, "\n REUTER"sv, "\n Reuters"sv}) {
    if (!text.ends_with(last)) continue;
    text.erase(text.size() - last.size());
    trim_end();
    break;
  }
  text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
  return text;
}

}  // namespace

ReutersSource::ReutersSource(Input& input, std::string place, std::uint64_t max_page)
    : input_(input), place_(std::move(place)), max_page_(max_page) {}

std::optional<Result<Item>> ReutersSource::next() {
  const auto error = [this](const std::string& reason, ErrorCode code = ErrorCode::kBadInput) {
    return Error{code, input_.name() + ": story " + std::to_string(number_) + ": " + reason};
  };
  while (!ended_) {
    // To the next story, over what lies between two.
    const std::size_t begin = input_.window().find(kBegin);
    if (begin == std::string_view::npos) {
      const std::size_t size = input_.window().size();
      const std::size_t keep = std::min(size, kBegin.size());
      input_.consume(size - keep);
      if (input_.fill(keep + 1)) continue;
      ended_ = true;
      if (input_.trouble()) return *input_.trouble();
      if (number_ == 0) return Error{ErrorCode::kBadInput, input_.name() + ": holds no stories of Reuters-21578"};
      break;
    }
    input_.consume(begin);
    ++number_;
    // The end of the story, or the beginning of another if there is none.
    for (std::size_t seen = kBegin.size();;) {
      const std::string_view window = input_.window();
      const std::size_t end = window.find(kEnd, seen);
      const std::size_t other = window.substr(0, end).find(kBegin, seen);
      if (other != window.npos) {
        input_.consume(other);
        return error("is not closed");
      }
      if (end != window.npos) {
        const Item item = make_item(window.substr(0, end));
        input_.consume(end + kEnd.size());
        if (trim_spaces(item.content).empty()) return error("has no text");
        return item;
      }
      seen = window.size() - kEnd.size();
      if (window.size() > max_page_) {
        input_.consume(kBegin.size());
        return error("over " + size_for_people(max_page_), ErrorCode::kLimit);
      }
      if (!input_.fill(window.size() + 1)) {
        ended_ = true;
        if (input_.trouble()) return *input_.trouble();
        return error("is cut short");
      }
    }
  }
  return std::nullopt;
}

Item ReutersSource::make_item(std::string_view story) const {
  Item item;
  item.is_utf8 = true;
  item.id = attribute(story.substr(0, story.find('>')), "NEWID");
  if (item.id.empty()) item.id = place_ + ":" + std::to_string(number_);
  item.source = "Reuters";
  if (std::string date = iso_date(element(story, "DATE")); !date.empty()) item.published = std::move(date);
  const std::string_view text = element(story, "TEXT");
  if (std::string author = author_of(element(text, "AUTHOR")); !author.empty()) item.author = std::move(author);
  const std::string title = one_line(plain_text(element(text, "TITLE")));
  const std::string dateline = one_line(plain_text(element(text, "DATELINE")));
  std::string body = without_sign_off(plain_text(element(text, "BODY")));
  if (!body.empty() && !dateline.empty()) {
    body.erase(0, body.find_first_not_of(" \n"));
    body.insert(0, dateline + ' ');
  }
  if (!title.empty()) item.title = title;
  // A text without elements was not taken apart; a brief has its headline alone.
  if (body.empty() && title.empty()) body = without_sign_off(plain_text(text));
  item.content = body.empty() ? title : title.empty() ? body : title + "\n\n" + body;
  return item;
}

}  // namespace tacitus
