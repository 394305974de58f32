// The verbs that ask the archive, one file each. Each writes its answer to standard output and
// returns the exit status: 1, with one line on standard error, where the archive cannot be asked.
#pragma once

#include "command.h"
#include "store/answer.h"
#include "store/database.h"

namespace tacitus {

int show_said(const Command& command);
int show_events(const Command& command);
int show_actor(const Command& command);
int show_timeline(const Command& command);
int show_stories(const Command& command);
int show_stands(const Command& command);
int show_changes(const Command& command);
int export_records(const Command& command);

// The archive to ask: `asked` if not empty, else $TACITUS_DB, else tacitus.db here.
std::string find_archive(const std::string& asked);

// Asks and shows: what the verbs have in common.
int show_answer(const Command& command, Result<Answer> (*ask)(Database&, const Question&));

}  // namespace tacitus
