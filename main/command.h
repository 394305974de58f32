// What the user asked for: the command line's options, their help, and the man page made of it.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "store/ask.h"

namespace tacitus {

enum class Verb { kRead, kModel, kSaid, kEvents, kActor, kTimeline, kStories, kStands, kChanges, kExport };

struct Command {
  Verb verb = Verb::kRead;
  std::string model;             // path; empty: look in the usual places
  std::string from = "auto";     // as wire's from_name knows them
  std::string published;         // ISO 8601; empty: not given
  std::vector<std::string> actors;  // paths of the user's dictionaries
  bool follow = false;           // fetch what feeds in files link to
  std::string cache;             // path; empty: none
  bool origin = false;           // map the text to the bytes of its page
  std::string verbs;             // path of a verb dictionary; empty: none
  bool explain = false;          // tell why events have their codes
  double time_limit = 10;        // seconds for one page
  bool json = false;
  bool timing = false;           // tell where the time went
  std::string db;                // path of the archive; empty: none to write, the usual one to ask
  bool csv = false;
  Question question;             // to the archive
  std::string export_to;         // csv, jsonl, plover, gdelt or sqlite
  std::string output;            // path that the copy of an archive is written to
  unsigned threads = 0;          // 0: as many as there are cores
  std::vector<std::string> inputs;
};

// Teaches `app` the options that fill `command`, which must live as long.
void describe(CLI::App& app, Command& command);

// The man page in roff, out of the same words as --help.
std::string man_page(const CLI::App& app);

}  // namespace tacitus
