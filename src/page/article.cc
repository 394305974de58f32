// Pages and texts come apart here, and come together as articles.
#include "page/article.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/charset.h"
#include "page/credits.h"
#include "page/dateline.h"
#include "page/dates.h"
#include "page/deadline.h"
#include "page/head.h"
#include "page/language.h"
#include "page/main_text.h"
#include "page/markup.h"
#include "page/names.h"
#include "page/origin.h"
#include "page/text_page.h"

namespace tacitus {
namespace {

std::optional<std::string> known(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::string count(std::uint64_t number, const char* what) {
  return std::to_string(number) + ' ' + what + (number == 1 ? "" : "s");
}

void note_replaced(std::uint64_t bytes, const std::string& encoding, Article& article) {
  if (bytes == 0) return;
  const bool one = bytes == 1;
  article.notes.push_back(count(bytes, "byte") + (one ? " was not " : " were not ") + encoding +
                          (one ? " and was replaced" : " and were replaced"));
}

// The date that the caller gives; a value that is no date is noted and left out.
void put_given_date(const Item& item, const ArticleOptions& options, Article& article) {
  const std::optional<std::string>& given = item.published ? item.published : options.published;
  if (!given || article.published) return;
  if (const auto date = read_date(*given)) {
    article.published = date;
    article.published_from = "given";
  } else {
    article.notes.push_back("the date given, \"" + given->substr(0, 40) + "\", was not understood");
  }
}

// What is told of an item, where nothing else is known yet.
void put_told(const Item& item, const ArticleOptions& options, Article& article) {
  const auto put = [](const std::optional<std::string>& from, std::optional<std::string>& to) {
    if (!to) to = from;
  };
  put(item.title, article.title);
  put(item.author, article.author);
  put(item.source, article.source);
  if (item.modified && !article.modified) article.modified = read_date(*item.modified);
  put_given_date(item, options, article);
}

// A page's facts, where they are not told.
void put_facts(const Head& head, const Credits& credits, Article& article) {
  if (!article.url) article.url = known(head.url);
  if (!article.source) article.source = known(head.source.empty() ? credits.agency : head.source);
  if (!article.author) {
    article.author = join_names(head.authors.empty() ? credits.authors : head.authors);
  }
  if (!article.title) article.title = known(head.title);
  if (!article.modified) {
    article.modified = known(head.modified.empty() ? credits.modified : head.modified);
  }
  const auto put = [&article](std::string_view date, std::string_view from) {
    if (article.published || date.empty()) return;
    article.published = date;
    article.published_from = from;
  };
  put(head.published, head.published_from);
  if (credits.published_from == "time") put(credits.published, "time");
  if (article.url) put(date_in_url(*article.url).value_or(""), "url");
  put(credits.published, credits.published_from);
}

// Looks once more for the headline, now that the text under it is known, and takes it out of the
// text.
void put_headline(const Outline& page, MainText& main, Head& head) {
  const auto is_text = [&page](std::uint32_t b) { return page.blocks()[b].tag != Tag::kH1; };
  const auto first = std::find_if(main.blocks.begin(), main.blocks.end(), is_text);
  if (first == main.blocks.end()) return;
  const std::uint32_t known = head.heading;
  read_shown_headline(page, *first, head);
  if (head.heading == known) return;
  const auto range = page.range(head.heading);
  std::erase_if(main.blocks,
                [range](std::uint32_t b) { return b >= range.first && b < range.second; });
}

// Adds the blocks of the headline, where the article's title is what the page shows.
void place_headline(const Outline& page, const Head& head, const Article& article,
                    std::vector<PlacedBlock>& placed) {
  if (head.heading == 0 || shown_text(page, head.heading) != article.title) return;
  const auto [begin, end] = page.range(head.heading);
  std::uint32_t at = 0;
  for (std::uint32_t block = begin; block < end; ++block) {
    placed.push_back({block, at});
    at += static_cast<std::uint32_t>(page.blocks()[block].text.size()) + 1;
  }
}

// What comes out of a page that there is no time to look at: its paragraphs, or else all its text.
std::vector<std::uint32_t> all_prose(const Outline& page) {
  std::vector<std::uint32_t> prose, all;
  for (std::uint32_t b = 0; b < page.blocks().size(); ++b) {
    if (page.blocks()[b].is_prose()) prose.push_back(b);
    all.push_back(b);
  }
  return prose.empty() ? all : prose;
}

// Fills the article from a page, the way back to it as well if `marks`; false if it has no text.
// Steps that the deadline leaves no time for are left out.
bool read_page(const Item& item, const Decoded& decoded, const ArticleOptions& options, bool marks,
               const Deadline& deadline, Article& article) {
  const Markup markup = trim_markup(decoded.text, options.max_elements, marks);
  const Tree tree = Tree::parse(markup.html);
  const Outline page(tree);
  LinkedData linked;
  Head head;
  if (!deadline.passed()) {
    linked = read_linked_data(markup.json_ld);
    head = read_head(page, linked, article.url.value_or(""));
  }
  MainText main;
  const bool late = deadline.passed();
  if (late) {
    main.blocks = all_prose(page);
  } else {
    main = find_main_text(page, head, linked.body);
  }
  if (markup.too_deep > 0) {
    article.notes.push_back(count(markup.too_deep, "tag") + " nested too deep");
  }
  if (markup.too_many > 0) {
    article.notes.push_back(count(markup.too_many, "tag") + " over the limit");
  }
  if (late) article.notes.push_back("over the time limit, so that all paragraphs were taken");
  if (main.blocks.empty()) return false;

  if (!late) put_headline(page, main, head);
  std::string body;
  std::vector<PlacedBlock> placed;
  for (const std::uint32_t block : main.blocks) {
    if (!body.empty()) body += "\n\n";
    placed.push_back({block, static_cast<std::uint32_t>(body.size())});
    body += page.blocks()[block].text;
  }
  if (head.language.empty() || !item.page_first) {
    head.language = item.language.value_or(head.language);
  }
  head.language = choose_language(head.language, body);
  article.language = known(head.language);
  put_facts(head, late ? Credits{} : read_credits(page, main, head), article);
  if (item.page_first) put_told(item, options, article);
  if (article.title) article.text = *article.title + "\n\n";
  article.body_start = static_cast<std::uint32_t>(article.text.size());
  article.text += body;
  if (marks) {
    for (PlacedBlock& one : placed) one.at += article.body_start;
    place_headline(page, head, article, placed);
    article.origin = map_origin(page, decoded, std::move(placed));
  }
  return true;
}

// Reads the page once more with marks in it. Where tables are broken the marks can move text in
// them; the article stays as it is without, and has no way back.
void find_origin(const Item& item, const Decoded& decoded, const ArticleOptions& options,
                 const Deadline& deadline, Article marked, Article& article) {
  if (deadline.passed()) {
    article.notes.push_back("over the time limit, so that the text was not sought in the page");
    return;
  }
  if (read_page(item, decoded, options, true, deadline, marked) && marked.text == article.text) {
    article.origin = std::move(marked.origin);
  } else {
    article.notes.push_back("the text could not be found again in the page");
  }
}

// Fills the article from a text; false if nothing is in it.
bool read_text(const Item& item, const ArticleOptions& options, Article& article) {
  // What the lines of a text say of their author and source is the less certain word.
  const std::optional<std::string> author = article.author, source = article.source;
  if (!read_text_page(article)) return false;
  if (author) article.author = author;
  if (source) article.source = source;
  if (item.language && !article.language) article.language = item.language;
  if (item.page_first) put_told(item, options, article);
  return true;
}

bool pairs_fit(const Article& article) {
  if (article.pairs.empty()) return true;
  const std::uint32_t size = Offsets(article.text).code_points();
  for (const ActorPair& pair : article.pairs) {
    for (const auto& range : {pair.source, pair.target}) {
      if (range && (range->first >= range->second || range->second > size)) return false;
    }
  }
  return true;
}

}  // namespace

Result<Article> make_article(Item item, const ArticleOptions& options) {
  const Deadline deadline(options.max_seconds);
  Article article;
  article.id = std::move(item.id);
  article.url = std::move(item.url);
  article.pairs = std::move(item.pairs);
  if (!item.page_first) put_told(item, options, article);
  if (item.content.size() > UINT32_MAX / 4) {
    return Error{ErrorCode::kLimit, article.id + ": over 1 GiB"};
  }
  note_replaced(item.replaced, "UTF-8", article);

  Decoded decoded;
  if (item.is_utf8) {
    decoded.text = std::move(item.content);
  } else {
    const std::string_view told = item.charset ? *item.charset : std::string_view();
    decoded = item.form == Form::kHtml ? decode_html(item.content, told, options.origin)
                                       : decode_text(item.content, told);
    note_replaced(decoded.replaced, decoded.encoding, article);
  }
  if (item.form == Form::kHtml) {
    const Article before = options.origin ? article : Article{};
    if (!read_page(item, decoded, options, false, deadline, article)) {
      return Error{ErrorCode::kBadInput, article.id + ": no text found in this page"};
    }
    if (options.origin) find_origin(item, decoded, options, deadline, before, article);
  } else {
    article.text = std::move(decoded.text);
    if (!read_text(item, options, article)) {
      return Error{ErrorCode::kBadInput, article.id + ": no text in it"};
    }
  }
  if (!pairs_fit(article)) {
    return Error{ErrorCode::kBadInput, article.id + ": a pair has a range that is not in the text"};
  }
  return article;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> skipped(const Article& article) {
  auto ranges = article.furniture;
  for (const std::uint32_t at : dateline_ends(article.text, article.body_start)) {
    const std::pair<std::uint32_t, std::uint32_t> range{at, at};
    ranges.insert(std::upper_bound(ranges.begin(), ranges.end(), range), range);
  }
  return ranges;
}

}  // namespace tacitus
