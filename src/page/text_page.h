// Articles that were saved as plain text, with what stood around them on the page.
#pragma once

#include "page/article.h"

namespace tacitus {

// Fills in what `article.text`, which stays as it is, tells of itself: furniture, the headline
// and with it body_start, date, author, source and language. What the caller gave is kept.
// False if there is nothing in the text but white space.
bool read_text_page(Article& article);

}  // namespace tacitus
