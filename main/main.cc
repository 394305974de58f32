// tacitus: reads the command line and hands it to the verb that it names.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>

#include "archive_verbs.h"
#include "command.h"
#include "pipeline.h"
#include "show_model.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

constexpr int kWrongCall = 2;

// A closed standard stream would give its number to the next file that is opened, and what is
// meant for the user would go there. Opened the wrong way round, writes to it fail as they should.
void hold_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) != -1) continue;
    [[maybe_unused]] const int held =
        ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

// What a very long article needs for a while goes back to the system at once, instead of staying
// in the heap in pieces.
void give_large_memory_back() {
#if defined(__GLIBC__)
  constexpr int kLarge = 1 << 18;
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  hold_standard_streams();
  give_large_memory_back();
  std::signal(SIGPIPE, SIG_IGN);  // writes report it, see Output
  std::signal(SIGXFSZ, SIG_IGN);  // likewise a limit on a file's size

  tacitus::Command command;
  CLI::App app;
  tacitus::describe(app, command);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kWrongCall;
  }
  switch (command.verb) {
    case tacitus::Verb::kRead: return tacitus::read_articles(command);
    case tacitus::Verb::kModel: return tacitus::show_model(command);
    case tacitus::Verb::kSaid: return tacitus::show_said(command);
    case tacitus::Verb::kEvents: return tacitus::show_events(command);
    case tacitus::Verb::kActor: return tacitus::show_actor(command);
    case tacitus::Verb::kTimeline: return tacitus::show_timeline(command);
    case tacitus::Verb::kStories: return tacitus::show_stories(command);
    case tacitus::Verb::kStands: return tacitus::show_stands(command);
    case tacitus::Verb::kChanges: return tacitus::show_changes(command);
    case tacitus::Verb::kExport: return tacitus::export_records(command);
  }
}
