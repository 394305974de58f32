// Names are compared with the address letter by letter: a host's name is most often made of the
// first letters or of pieces of the publisher's.
#include "page/site.h"

#include <algorithm>
#include <vector>

#include "page/fold.h"

namespace tacitus {
namespace {

// Between a headline and what stands beside it in a title.
constexpr std::string_view kJoints[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "};

constexpr std::size_t kLongest = 60;  // bytes of a publisher's name

// Small letters and digits alone, without "the" before them.
std::string joined(std::string_view text) {
  std::string out = fold(text);
  if (out.starts_with("the ")) out.erase(0, 4);
  if (out.starts_with("www ")) out.erase(0, 4);
  std::erase(out, ' ');
  return out;
}

std::string initials(std::string_view text) {
  std::string out, folded = fold(text);
  if (folded.starts_with("the ")) folded.erase(0, 4);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (i == 0 || folded[i - 1] == ' ') out += folded[i];
  }
  return out;
}

// True if the letters of `part` stand in `whole` in their order, the first of them first.
bool is_short_for(std::string_view part, std::string_view whole) {
  if (part.size() < 3 || whole.empty() || part[0] != whole[0]) return false;
  std::size_t at = 0;
  for (const char c : part) {
    at = whole.find(c, at);
    if (at == whole.npos) return false;
    ++at;
  }
  return true;
}

}  // namespace

std::string host_label(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return "";
  url.remove_prefix(url.find("://") + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  std::vector<std::string_view> labels;
  while (!url.empty()) {
    const std::string_view label = url.substr(0, url.find('.'));
    labels.push_back(label);
    url.remove_prefix(std::min(label.size() + 1, url.size()));
  }
  if (labels.size() < 2) return "";
  // "co.uk" and the like have a short label of their own before the country's.
  std::size_t at = labels.size() - 2;
  if (at > 0 && labels[at].size() <= 3 && labels.back().size() == 2) --at;
  return lower(labels[at]);
}

TitleParts cut_title(std::string_view title) {
  TitleParts parts{title, {}};
  for (const std::string_view joint : kJoints) {
    const std::size_t at = title.rfind(joint);
    if (at == title.npos || at == 0) continue;
    if (parts.back.empty() || at > parts.front.size()) {
      parts = {title.substr(0, at), title.substr(at + joint.size())};
    }
  }
  return parts;
}

std::string copyright_holder(std::string_view line) {
  if (line.size() > 300 || line.empty()) return "";
  if (line[0] != 'C' && line[0] != 'c' && line[0] != '(' && !line.starts_with("©")) return "";
  const auto pass = [&line](std::string_view mark) {
    if (lower(line.substr(0, mark.size())) != mark) return false;
    line = trim(line.substr(mark.size()));
    return true;
  };
  bool marked = false;
  for (const std::string_view mark : {"copyright", "©", "(c)"}) marked = pass(mark) || marked;
  for (const std::string_view mark : {"copyright", "©"}) marked = pass(mark) || marked;
  // The year or years.
  std::size_t digits = 0, behind = 0;
  while (behind < line.size() &&
         (!is_letter(line[behind]) || line.substr(behind).starts_with("–"))) {
    digits += is_digit(line[behind]);
    behind += line.substr(behind).starts_with("–") ? std::string_view("–").size() : 1;
  }
  if (!marked || digits < 4 || digits % 4 != 0 || behind > 20) return "";
  line = trim(line.substr(behind));
  if (lower(line.substr(0, 3)) == "by ") line = trim(line.substr(3));
  for (const std::string_view end :
       {". ", ", ", " | ", " - ", " – ", " • ", " · ", "\n", " all rights", " alle rechte"}) {
    line = line.substr(0, lower(line).find(end));
  }
  line = trim(line);
  for (const std::string_view other :
       {"designed by ", "powered by ", "developed by ", "all rights"}) {
    if (lower(line.substr(0, other.size())) == other) return "";
  }
  while (line.ends_with('.') || line.ends_with(',')) line.remove_suffix(1);
  return line.size() <= kLongest && count_words(line) <= 6 ? std::string(line) : "";
}

bool Site::is_site(std::string_view name) const {
  const std::string own = joined(name);
  if (own.empty()) return false;
  return own == joined(name_) ||
         (!host_.empty() &&
          (own == joined(host_) || own == joined(host_) + "com" || "the" + own == host_));
}

bool Site::agrees(std::string_view name) const {
  std::string own = joined(name), host = joined(host_);
  if (host.starts_with("the") && host.size() > 6) host.erase(0, 3);
  if (own.empty() || host.empty()) return false;
  if (own == host || initials(name) == host || is_short_for(host, own)) return true;
  return own.size() >= 4 && host.starts_with(own);
}

void Site::offer(std::string_view name, int doubt) {
  name = trim(name);
  while (name.starts_with('@')) name.remove_prefix(1);
  if (name.find("://") != name.npos || joined(name).empty() || doubt_ == 0) return;
  // A name with a motto, or with what the site is about.
  for (std::string_view rest = name; !rest.empty();) {
    const TitleParts parts = cut_title(rest);
    const std::string_view last = parts.back.empty() ? rest : parts.back;
    if (last.size() <= kLongest && agrees(last)) {
      name_ = trim(last);
      doubt_ = 0;
    }
    rest = parts.back.empty() ? std::string_view() : parts.front;
  }
  if (doubt_ == 0 || name.size() > kLongest || (doubt_ > 0 && doubt_ <= doubt)) return;
  name_ = name;
  doubt_ = doubt;
}

}  // namespace tacitus
