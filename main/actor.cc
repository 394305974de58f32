#include "archive_verbs.h"
#include "store/ask.h"

namespace tacitus {

int show_actor(const Command& command) { return show_answer(command, ask_actor); }

}  // namespace tacitus
