// The room's door.
#include "read/read.h"

#include <utility>

#include "read/attributes.h"
#include "read/quotes.h"
#include "read/reading.h"
#include "read/retold.h"
#include "read/speakers.h"
#include "read/statements.h"

namespace tacitus {
namespace {

std::vector<Span> sentence_spans(const Document& document) {
  std::vector<Span> spans;
  spans.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) spans.push_back(sentence.span);
  return spans;
}

}  // namespace

Record read_article(Article article, const Document& document, const Names& names,
                    const Knowledge& knowledge) {
  Record record;
  record.article = std::move(article);
  record.sentences = sentence_spans(document);
  // From here on the text is the record's own: the one that `document` was made from has moved.
  const std::string published = record.article.published.value_or("");
  const Reading reading(record.article.text, document, names, knowledge, published);
  const Quotes quotes(reading);
  std::vector<Draft> drafts = find_statements(reading, quotes);
  for (Draft& draft : drafts) add_attributes(reading, draft);
  Speakers(reading, quotes, drafts).run(record);
  drop_retold(reading, drafts);
  record.statements.reserve(drafts.size());
  for (Draft& draft : drafts) record.statements.push_back(std::move(draft.statement));
  return record;
}

Record leave_unread(Article article, const Document& document) {
  Record record;
  record.article = std::move(article);
  record.is_read = false;
  record.sentences = sentence_spans(document);
  return record;
}

}  // namespace tacitus
