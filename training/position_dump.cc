// Reads texts and shows the positions that the rules find in them, each with what the model of trust sees of it.
// JSON Lines {"id","text"} in, JSON Lines {"id", "positions": [{"trigger", "issue", "holder": [begin, end], "actor",
// "stance", "words", "traits", "trust"}]} out; begin and end in code points of the text. The holder's place is that
// of the last mention before the trigger, or the first.
//
//   position_dump MODEL GAZETTEER < texts.jsonl
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/utf8.h"
#include "model/model.h"
#include "read/positions/trust.h"
#include "read/read.h"
#include "text/analyse.h"

namespace {

using nlohmann::json;
using namespace tacitus;

constexpr const char* kStances[] = {"support", "oppose", "accept", "reject", "demand",
                                    "threaten", "offer", "open", "deny", "undecided"};

json dump(const Record& record, const Document& document, const std::vector<PositionOptions::Seen>& seen) {
  const Offsets offsets(record.article.text);
  const auto range = [&](Span span) {
    return json{offsets.to_code_point(span.begin), offsets.to_code_point(span.end)};
  };
  json out = json::array();
  for (std::size_t p = 0; p < record.positions.size(); ++p) {
    const Position& position = record.positions[p];
    const Span trigger = document.tokens[seen[p].trigger].span;
    json one = {{"trigger", range(trigger)},
                {"stance", kStances[static_cast<std::size_t>(position.stance)]},
                {"actor", record.actors[position.actor].name},
                {"words", position.issue},
                {"traits", seen[p].traits},
                {"trust", PositionTrust::builtin().of(seen[p].traits)}};
    if (position.issue_span) one["issue"] = range(*position.issue_span);
    const Mention* nearest = nullptr;
    for (const Mention& mention : record.mentions) {
      if (mention.actor == position.actor && (!nearest || mention.span.begin < trigger.begin)) nearest = &mention;
    }
    if (nearest) one["holder"] = range(nearest->span);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: position_dump MODEL GAZETTEER < texts.jsonl\n";
    return 2;
  }
  const auto model = Model::load(argv[1]);
  if (!model.ok()) {
    std::cerr << "position_dump: " << model.error().message << '\n';
    return 1;
  }
  const auto gazetteer = Gazetteer::open(argv[2]);
  if (!gazetteer.ok()) {
    std::cerr << "position_dump: " << gazetteer.error().message << '\n';
    return 1;
  }
  const PieceVocabulary vocabulary(model.value().vocabulary());
  PieceCutter cutter(vocabulary);
  const Names names(model.value().upos(), model.value().deprels());
  Scratch scratch;
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const json item = json::parse(line);
    Item given;
    given.id = item.at("id");
    given.content = item.at("text");
    given.form = Form::kText;
    auto made = make_article(std::move(given));
    if (!made.ok()) continue;
    Article article = std::move(made).value();
    Document document = make_document(article.text, article.body_start, cutter, skipped(article));
    model.value().read(document, scratch);
    std::vector<PositionOptions::Seen> seen;
    PositionOptions options;
    options.bound = 0;
    options.seen = &seen;
    const Record record = read_article(std::move(article), document, names, Knowledge::builtin(), &gazetteer.value(), {}, options);
    json out = {{"id", item.at("id")}, {"positions", dump(record, document, seen)}};
    std::cout << out.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
}
