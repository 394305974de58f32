// The room's door: what the model found in an article becomes the record of who said what.
//
//   const Names names(model.upos(), model.deprels());    // once
//   Record record = read_article(std::move(article), document, names, Knowledge::builtin());
#pragma once

#include "page/article.h"
#include "read/actors/belonging.h"
#include "read/actors/knowledge.h"
#include "read/actors/names.h"
#include "read/events/events.h"
#include "read/places/gazetteer.h"
#include "read/positions/positions.h"
#include "read/record.h"
#include "text/document.h"

namespace tacitus {

// Reads an article. `document` must have been made from `article.text` and read by the model that
// `names` belongs to; whatever its labels, links and heads say, nothing worse than a poor record
// comes of it. Takes time linear in the document. No errors: an article in which nobody says
// anything has a record without statements.
// Places are looked for where there is a gazetteer. `asked` is for training.
Record read_article(Article article, const Document& document, const Names& names,
                    const Knowledge& knowledge, const Gazetteer* gazetteer = nullptr,
                    const EventOptions& events = {}, const PositionOptions& positions = {},
                    const AskedWitness& asked = {});

// The record of an article in a language that is not read: `is_read` is false and only the
// sentences are filled.
Record leave_unread(Article article, const Document& document);

}  // namespace tacitus
