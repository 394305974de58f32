// Statements inside statements: which of those that the model marks are told of somebody else.
#pragma once

#include "read/reading.h"
#include "read/statements/statements.h"

namespace tacitus {

// Whether a draft inside the content of another is a statement of its own: "The minister said that
// doctors had warned of a shortage." It is one where a person, a body or a group that the text
// tells apart reports something, in a clause or in quotation marks. What a speaker says that he
// himself, you or people say, what others think or would say, and that a law calls for something,
// is told by the outer statement already.
bool tells_of_another(const Reading& reading, const Draft& draft, const Quotes& quotes);

}  // namespace tacitus
