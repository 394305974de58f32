#include "archive_verbs.h"
#include "store/ask.h"

namespace tacitus {

int show_timeline(const Command& command) { return show_answer(command, ask_timeline); }

}  // namespace tacitus
