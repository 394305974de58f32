#include "archive_verbs.h"
#include "store/ask.h"

namespace tacitus {

int show_said(const Command& command) { return show_answer(command, ask_said); }

}  // namespace tacitus
