#include "archive_verbs.h"
#include "store/ask.h"

namespace tacitus {

int show_events(const Command& command) { return show_answer(command, ask_events); }

}  // namespace tacitus
