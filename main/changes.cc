#include "archive_verbs.h"
#include "store/ask.h"

namespace tacitus {

int show_changes(const Command& command) { return show_answer(command, ask_changes); }

}  // namespace tacitus
