// Texts get their headline in front, as they would have it on paper.
#include "wire/feed_entry.h"

#include "base/utf8.h"
#include "wire/xml.h"

namespace tacitus {
namespace {

std::optional<std::string> known(std::string text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(std::move(text));
}

}  // namespace

bool has_markup(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != text.npos;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at + 1, 1);
    const char small = rest.empty() ? ' ' : static_cast<char>(rest[0] | 0x20);
    if ((small >= 'a' && small <= 'z') || rest == "/" || rest == "!" || rest == "#") return true;
  }
  return false;
}

Item item_of(FeedEntry entry, std::string id) {
  Item item;
  item.id = !entry.id.empty() ? entry.id : !entry.url.empty() ? entry.url : std::move(id);
  item.form = entry.is_html ? Form::kHtml : Form::kText;
  if (!entry.is_html && !entry.title.empty()) item.content = entry.title + "\n\n";
  std::size_t replaced = 0;
  item.content += repair(entry.content, replaced);
  item.replaced = replaced;
  item.is_utf8 = true;
  item.url = known(std::move(entry.url));
  item.title = known(std::move(entry.title));
  item.published = known(std::move(entry.published));
  item.modified = known(std::move(entry.modified));
  item.author = known(std::move(entry.author));
  item.source = known(std::move(entry.source));
  item.language = known(std::move(entry.language));
  return item;
}

}  // namespace tacitus
