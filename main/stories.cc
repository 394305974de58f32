#include "archive_verbs.h"
#include "store/ask.h"

namespace tacitus {

int show_stories(const Command& command) { return show_answer(command, ask_stories); }

}  // namespace tacitus
