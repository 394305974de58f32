// The options of the verbs that ask the archive.
#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include "command.h"

namespace tacitus {
namespace {

// A day, month or year of ISO 8601.
CLI::Validator bound() {
  return CLI::Validator(
      [](std::string& text) {
        constexpr std::string_view kForm = "dddd-dd-dd";
        const bool fits = text.size() == 4 || text.size() == 7 || text.size() == 10;
        for (std::size_t i = 0; fits && i < text.size(); ++i) {
          const bool digit = text[i] >= '0' && text[i] <= '9';
          if (kForm[i] == 'd' ? !digit : text[i] != '-') return "not a day, month or year such as 2024-11: " + text;
        }
        return fits ? std::string() : "not a day, month or year such as 2024-11: " + text;
      },
      "");
}

CLI::App* add_verb(CLI::App& app, Command& command, Verb verb, const char* name, const char* what) {
  CLI::App* added = app.add_subcommand(name, what)->group("Commands");
  added->add_option("--db", command.db, "The archive to ask; $TACITUS_DB or tacitus.db if not given")
      ->type_name("FILE");
  added->add_option("--since", command.question.since, "From this day, month or year on")
      ->type_name("DATE")
      ->check(bound());
  added->add_option("--until", command.question.until, "Up to this day, month or year, itself included")
      ->type_name("DATE")
      ->check(bound());
  added->callback([&command, verb] { command.verb = verb; });
  return added;
}

CLI::App* add_question(CLI::App& app, Command& command, Verb verb, const char* name, const char* what) {
  CLI::App* added = add_verb(app, command, verb, name, what);
  added->add_option("--limit", command.question.limit, "Most rows, 50 if not given; 0 for all")
      ->type_name("N");
  CLI::Option* json = added->add_flag("--json", command.json, "Write rows as JSON Lines");
  added->add_flag("--csv", command.csv, "Write rows as CSV")->excludes(json);
  return added;
}

void add_words(CLI::App* verb, Command& command) {
  verb->add_option("WORDS", command.question.words,
                   "What to look for: all words; those in quotation marks next to each other")
      ->type_name("");
}

void add_model(CLI::App* verb, Command& command) {
  verb->add_option("--model", command.model, "The weights that tell what words mean")->type_name("FILE");
}

}  // namespace

void describe_archive_verbs(CLI::App& app, Command& command) {
  Question& question = command.question;
  CLI::App* said = add_question(app, command, Verb::kSaid, "said", "Ask the archive who said what");
  add_words(said, command);
  said->add_option("--by", question.name, "Who said it; any words of the name")->type_name("NAME");
  CLI::Option* meaning = said->add_flag("--meaning", question.by_meaning,
                                        "Find what means the same as the words, the nearest first");
  add_model(said, command);
  said->add_flag("--copies", question.copies, "Show what copies of an article say too");

  said->callback([&command, meaning] {
    command.verb = Verb::kSaid;
    if (!meaning->empty() && command.question.words.empty()) throw CLI::ValidationError("--meaning", "needs words");
  });

  CLI::App* events = add_question(app, command, Verb::kEvents, "events", "Ask the archive who did what to whom");
  events->add_option("--from", question.from, "Who did it: a name, a country's code or an actor's")
      ->type_name("SIDE");
  events->add_option("--to", question.to, "To whom")->type_name("SIDE");
  events->add_option("--root", question.root, "PLOVER's root, or several with commas between")
      ->type_name("ROOT");
  events->add_option("--status", question.status, "actual, ongoing, planned, possible or denied")
      ->type_name("STATUS")
      ->check(CLI::IsMember({"actual", "ongoing", "planned", "possible", "denied"}).description(""));
  events->add_option("--by", question.period, "Count by day, week, month or year instead")
      ->type_name("PERIOD")
      ->check(CLI::IsMember({"day", "week", "month", "year"}).description(""));

  CLI::App* actor = add_question(app, command, Verb::kActor, "actor", "Ask the archive who somebody is");
  actor->add_option("NAME", question.name, "Any words of the name")->required()->type_name("");

  CLI::App* timeline =
      add_question(app, command, Verb::kTimeline, "timeline", "Ask the archive what happened, day by day");
  add_words(timeline, command);
  timeline->add_option("--of", question.name, "Whom it is about; any words of the name")->type_name("NAME");

  CLI::App* stories =
      add_question(app, command, Verb::kStories, "stories", "Ask the archive for happenings that several articles tell");
  add_words(stories, command);

  const auto add_holder = [&](CLI::App* verb, const char* on, const char* by) {
    verb->add_option("--on", question.words, on)->type_name("WORDS");
    verb->add_option("--by", question.name, by)->type_name("NAME");
    verb->add_option("--country", question.country, "Of actors of this country, by name or code")->type_name("COUNTRY");
    verb->add_option("--sector", question.sector, "Of actors of this sector, such as GOV or LAB")->type_name("SECTOR");
    add_model(verb, command);
  };
  CLI::App* stands = add_question(app, command, Verb::kStands, "stands", "Ask the archive who is for what, and against");
  add_holder(stands, "The issue: who stands where on it", "Whose positions; any words of the name");
  stands->add_flag("--copies", question.copies, "Count what copies of an article say too");
  stands->callback([&] {
    command.verb = Verb::kStands;
    if (question.words.empty() && question.name.empty()) throw CLI::ValidationError("stands", "needs --on or --by");
  });
  CLI::App* changes = add_question(app, command, Verb::kChanges, "changes", "Ask the archive who changed sides");
  add_holder(changes, "On this issue alone", "Who; any words of the name");

  CLI::App* exported =
      add_verb(app, command, Verb::kExport, "export", "Write the archive in the forms of others");
  exported->add_option("--to", command.export_to, "csv (statements), jsonl (records), plover or gdelt (events), sqlite")
      ->required()
      ->type_name("FORM")
      ->check(CLI::IsMember({"csv", "jsonl", "plover", "gdelt", "sqlite"}).description(""));
  CLI::Option* output = exported->add_option("--output", command.output, "The file that sqlite is written to")
      ->type_name("FILE");
  exported->callback([&command, output] {
    command.verb = Verb::kExport;
    if ((command.export_to == "sqlite") == output->empty()) {
      throw CLI::ValidationError("--output", "goes with --to sqlite, which needs it");
    }
  });
}

}  // namespace tacitus
