#include "show_model.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "model/model.h"
#include "model_file.h"
#include "output.h"
#include "record/lines.h"
#include "terminal.h"

namespace tacitus {
namespace {

// "name        tacitus-small", the words in a column of their own.
void add_row(std::string_view name, std::string_view words, std::size_t column, std::string& out) {
  if (words.empty()) return;
  out += name;
  out.append(column > name.size() ? column - name.size() : 1, ' ');
  out += printable(words) + "\n";
}

std::string card_of(const std::string& path, const ModelCard& card) {
  constexpr std::size_t kColumn = 12;
  std::string out;
  add_row("file", path, kColumn, out);
  add_row("name", card.name, kColumn, out);
  add_row("version", card.version, kColumn, out);
  add_row("made", card.made, kColumn, out);
  add_row("command", card.command, kColumn, out);
  add_row("license", card.license, kColumn, out);
  add_row("parameters", std::to_string(card.parameters), kColumn, out);
  add_row("bytes", std::to_string(card.bytes), kColumn, out);
  add_row("compute", card.compute, kColumn, out);
  if (card.scores.empty()) return out;

  std::size_t longest = 0;
  for (const auto& [name, score] : card.scores) longest = std::max(longest, columns(name));
  out += "\nscores\n";
  for (const auto& [name, score] : card.scores) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.1f", score);
    add_row("  " + printable(name), digits, longest + 4, out);
  }
  return out;
}

}  // namespace

int show_model(const Command& command) {
  const Result<std::string> path = find_model(command.model);
  if (!path) return complain(path.error().message), 1;
  const Result<Model> model = Model::load(path.value());
  if (!model) return complain(model.error().message), 1;
  Output output(STDOUT_FILENO);
  if (!output.write(card_of(path.value(), model.value().card())) && !output.reader_left()) {
    return complain("standard output: " + output.trouble()), 1;
  }
  return 0;
}

}  // namespace tacitus
