// An article: what a reader would see of a page, with what a citation needs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "wire/item.h"

namespace tacitus {

// A stretch of an article's text and where it stands in its page: in bytes of the item's content.
// Where both sizes are the same, so are the bytes; else it is what the page writes with a
// character reference, or with another number of bytes in its encoding.
struct Origin {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t page_begin = 0, page_end = 0;
};

struct Article {
  std::string id;
  std::optional<std::string> url, source, author, language;  // language: BCP 47
  std::optional<std::string> title;
  // ISO 8601 date or date-time; published_from is json-ld, meta, time, url, text or given.
  std::optional<std::string> published, published_from, modified;

  // Headline, blank line, body; for text input the input itself, to the character. Valid UTF-8.
  std::string text;
  std::uint32_t body_start = 0;  // byte offset in `text` at which the body begins

  // Furniture inside `text` (text input keeps every character): byte ranges, ascending, that
  // are not the article's own words ("Subscribe", "Contact Us"). Nothing is read out of them.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> furniture;

  // Of a page, if it was asked for: stretches of `text`, ascending. Between them lie white space
  // that the page sets otherwise, and what the page does not show, such as a headline of its head.
  std::vector<Origin> origin;

  std::vector<ActorPair> pairs;
  // What was dropped or mended on the way, one short clause each ("3 bytes were not UTF-8").
  std::vector<std::string> notes;
};

struct ArticleOptions {
  // The date of articles whose item brings none; it wins over what the page says. ISO 8601.
  std::optional<std::string> published;
  // Elements of one page that are looked at; a page with more loses the rest of its tags, and a
  // note says so.
  std::uint32_t max_elements = 500'000;
  bool origin = false;  // fill Article::origin
  // Seconds that one page may take, 0 to 86,400. They are looked at between the steps, each of
  // which is linear in the page; where they are over, the paragraphs of the page come out without
  // further thought, and a note says so.
  double max_seconds = 10;
};

// Makes an article of an item: decodes it, finds the main text of a page, and what is known of
// it. Text items keep every character; bytes that are not UTF-8 are replaced and counted in
// `notes`. Errors, which name the item: kBadInput where no text is found, or where a pair lies
// outside the text; kLimit for a text of 4 GiB or more.
Result<Article> make_article(Item item, const ArticleOptions& options = {});

// What make_document (text/analyse.h) is to skip: the furniture, and an empty range where a dateline
// ends, since the story behind it begins like a paragraph. Byte ranges of `text`, ascending.
std::vector<std::pair<std::uint32_t, std::uint32_t>> skipped(const Article& article);

}  // namespace tacitus
