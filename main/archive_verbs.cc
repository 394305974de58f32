#include "archive_verbs.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "api/engine.h"
#include "model_file.h"
#include "output.h"
#include "store/archive.h"
#include "terminal.h"

namespace tacitus {

std::string find_archive(const std::string& asked) {
  if (!asked.empty()) return asked;
  const char* set = std::getenv("TACITUS_DB");
  return set != nullptr && *set != '\0' ? set : "tacitus.db";
}

namespace {

// What words mean, by the model. Where there is none, that is told, and words alone are asked for.
std::vector<float> meaning_of(const std::string& words, const std::string& model) {
  const auto give_up = [](const Error& error) {
    complain("nothing is looked for by meaning: " + error.message);
    return std::vector<float>();
  };
  const Result<std::string> path = find_model(model);
  if (!path) return give_up(path.error());
  const Result<Engine> engine = Engine::load(path.value());
  if (!engine) return give_up(engine.error());
  Engine::Desk desk(engine.value());
  return engine.value().meaning(words, desk);
}

}  // namespace

int show_answer(const Command& command, Result<Answer> (*ask)(Database&, const Question&)) {
  constexpr std::size_t kWidestPage = 100;  // columns; longer lines are hard to read
  Result<Archive> archive = Archive::open(find_archive(command.db), Database::Mode::kRead);
  if (!archive) return complain(archive.error().message), 1;
  Question question = command.question;
  question.meaning = [&] { return meaning_of(question.words, command.model); };
  const Result<Answer> answer = ask(archive.value().database(), question);
  if (!answer) return complain(answer.error().message), 1;
  Layout layout;
  layout.width = std::min(terminal_columns(STDOUT_FILENO), kWidestPage);
  layout.colour = wants_colour(STDOUT_FILENO);
  Output output(STDOUT_FILENO);
  output.write(command.json  ? answer_json(answer.value())
               : command.csv ? answer_csv(answer.value())
                             : answer_page(answer.value(), layout));
  if (output.works() || output.reader_left()) return 0;
  complain("standard output: " + output.trouble());
  return 1;
}

}  // namespace tacitus
