// The options. Every word of help stands here once: --help and the man page both show it.
#include "command.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <iostream>

#include "page/dates.h"
#include "record/lines.h"
#include "sections.h"

namespace tacitus {
namespace {

// Takes a date as people or programs write it and leaves it in ISO 8601.
CLI::Validator date() {
  return CLI::Validator(
      [](std::string& text) {
        const std::optional<std::string> iso = read_date(text);
        if (!iso) return "not a date such as 2025-03-07 or 2025-03-07T14:05:00Z: " + text;
        text = *iso;
        return std::string();
      },
      "");
}

void describe_read(CLI::App& app, Command& command) {
  CLI::App* read = app.add_subcommand("read",
                                      "Read articles and write down who said what in them")
                       ->group("Commands");
  read->add_option("INPUT", command.inputs, "A file, a folder, a URL, or - for standard input")
      ->required()
      ->type_name("");
  read->add_option("--from", command.from,
                   "auto (by content), html, text, jsonl, warc, feed, newsml or reuters")
      ->type_name("FORM")
      ->check(CLI::IsMember(
                  {"auto", "html", "text", "jsonl", "warc", "feed", "newsml", "reuters"})
                  .description(""));
  read->add_flag("--follow", command.follow, "Fetch the pages that feeds in files link to");
  read->add_option("--cache", command.cache,
                   "Pass over web pages that have not changed since the last time")
      ->type_name("FILE");
  read->add_flag("--origin", command.origin,
                 "Map the text to the bytes of its page, in records");
  read->add_option("--verbs", command.verbs,
                   "Code events by a TABARI or PETRARCH verb dictionary first")
      ->type_name("FILE");
  read->add_flag("--explain", command.explain,
                 "Tell for each event the rule that gave its code, and the next best");
  read->add_option("--time-limit", command.time_limit,
                   "Most seconds for finding the article in a page, 10 if not given")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0).description(""));
  read->add_flag("--json", command.json, "Write records as JSON Lines instead of pages for people");
  read->add_option("--db", command.db,
                   "Keep what is read in this archive, which is made if it is not there")
      ->type_name("FILE");
  read->add_option("--published", command.published,
                   "The date of articles that JSON Lines do not date, such as 2025-03-07")
      ->type_name("DATE")
      ->transform(date());
  read->add_option("--actors", command.actors,
                   "A dictionary of actors in the form of PETRARCH; may be given several times")
      ->type_name("FILE")
      ->allow_extra_args(false);
  read->add_option("--threads", command.threads,
                   "Articles to read at the same time; as many as there are cores if not given")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u).description(""));
  read->add_flag("--timing", command.timing,
                 "Tell at the end where the time went, and how much memory was taken");
  read->add_option("--model", command.model, "The weights to read with")->type_name("FILE");
  read->callback([&] { command.verb = Verb::kRead; });
}

void describe_model(CLI::App& app, Command& command) {
  CLI::App* model =
      app.add_subcommand("model", "Tell what model is loaded and how well it reads")
          ->group("Commands");
  model->add_option("--model", command.model, "The weights to tell about")->type_name("FILE");
  model->callback([&] { command.verb = Verb::kModel; });
}

}  // namespace

void describe_archive_verbs(CLI::App& app, Command& command);  // in archive_options.cc

void describe(CLI::App& app, Command& command) {
  app.description("Reads the news and keeps the record: who said what, each entry with its words.");
  app.name("tacitus");
  app.set_version_flag("--version", "tacitus " TACITUS_VERSION, "Print the version and exit");
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.get_formatter()->column_width(24);
  app.get_formatter()->label("REQUIRED", "");
  app.get_formatter()->label("OPTIONS", "OPTION...");
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.get_formatter()->label("Positionals", "Inputs");
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return "tacitus: " + printable(error.what()) + " (tacitus --help tells what there is)\n";
  });
  app.add_flag_callback(
         "--man",
         [&app] {
           std::cout << man_page(app);
           throw CLI::Success();
         },
         "Print the man page and exit")
      ->group("");
  describe_read(app, command);
  describe_model(app, command);
  describe_archive_verbs(app, command);
  app.require_subcommand(1);

  std::string footer;
  for (const Section& section : kSections) {
    footer += std::string(section.title) + ":\n" + std::string(section.text) + "\n";
  }
  footer.pop_back();
  app.footer(footer);
}

}  // namespace tacitus
