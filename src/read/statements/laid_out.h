// Speech whose layout alone says who speaks: transcripts and signed quotations.
#pragma once

#include <vector>

#include "read/reading.h"
#include "read/statements/quotes.h"
#include "read/statements/statements.h"

namespace tacitus {

// Adds what the model may have overlooked:
// - the turns of a transcript, "MINISTER ROE: We have not decided.", where an article has three or
//   more of them and some label stands twice, or "Q:" and "A:" do;
// - quotations with a signature behind a dash, on their line or the next one:
//   "We were never asked." / - Jane Roe, Steel Union.
// What drafts say of the same words gives way. Takes time linear in the document.
void add_laid_out(const Reading& reading, const Quotes& quotes, std::vector<Draft>& drafts);

}  // namespace tacitus
