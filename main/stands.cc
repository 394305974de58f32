#include "archive_verbs.h"
#include "store/ask.h"

namespace tacitus {

int show_stands(const Command& command) { return show_answer(command, ask_stands); }

}  // namespace tacitus
