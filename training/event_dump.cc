// Shows what the judge of events sees, so that training and reading have the same features.
//
//   event_dump MODEL GAZETTEER ARTICLES VECTORS   ARTICLES: JSON Lines {"id","text","begin","end"}
//   event_dump --rules MODEL < texts              texts: JSON Lines {"id","text"}
//   event_dump --features                         the names of the features
//
// --rules writes the events that the rules alone find: sentences, mentions and events of the record, in
// code points, as far as events.py needs them. In the first form
// "begin" and "end", in code points, are those of the sentence that is looked at. First its tokens are
// written, [begin, end, word, part of speech] each, a JSON line an article and an empty line, and
// their vectors as bfloat16 to VECTORS. Then lines of standard input are obeyed:
//   acts FILE         a JSON line an article: "fold", a number, and "acts", the chances that stand in
//                     for the model's own, so that a word is judged by a head that has not seen it:
//                     [token of the sentence, [15 roots], actor, recipient] in 255ths
//   judge FOLD TABLE  writes, for every article of that fold, the words that are judged by a table
//                     such as knowledge/plover/judge.tsv, and an empty line
#include <deque>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "model/model.h"
#include "model/network.h"
#include "page/article.h"
#include "read/places/gazetteer.h"
#include "read/read.h"
#include "text/analyse.h"

namespace {

using nlohmann::json;
using namespace tacitus;

struct Read {
  Article article;
  Document document;
  std::uint32_t first = 0, end = 0;  // tokens of the sentence
  int fold = 0;
};

json features_of(const std::vector<Feature>& features) {
  json out = json::array();
  for (const Feature feature : features) out.push_back(feature.id);
  return out;
}

json span_of(const Offsets& offsets, Span span) {
  return {offsets.to_code_point(span.begin), offsets.to_code_point(span.end)};
}

json to_json(const JudgedWord& word, const Offsets& offsets, std::uint32_t first) {
  json parties = json::array();
  for (const JudgedWord::Party& party : word.parties) {
    parties.push_back({{"span", span_of(offsets, party.span)}, {"features", features_of(party.features)},
                       {"country", party.country}, {"actor", party.actor}, {"recipient", party.recipient},
                       {"rules", party.rules_actor ? 1 : party.rules_recipient ? 2 : 0}});
  }
  return {{"token", word.token - first},
          {"span", span_of(offsets, word.trigger)},
          {"word", static_cast<int>(word.word)},
          {"rules", word.rules ? static_cast<int>(*word.rules) : -1},
          {"root", static_cast<int>(word.root)},
          {"chances", word.chances},
          {"parties", parties},
          {"features", features_of(word.features)},
          {"score", word.score}};
}

void take_acts(const json& acts, std::uint32_t first, Document& document) {
  std::vector<ActScores> kept;
  for (const json& act : acts) {
    ActScores one;
    one.token = first + act.at(0).get<std::uint32_t>();
    one.roots = act.at(1).get<std::array<std::uint8_t, 15>>();
    one.actor = act.at(2);
    one.recipient = act.at(3);
    kept.push_back(one);
  }
  document.acts = std::move(kept);
  document.has_acts = true;
}

json judged(const Read& read, const EventJudge& judge, const Names& names, const Gazetteer& gazetteer) {
  const Offsets offsets(read.article.text);
  json words = json::array();
  EventOptions options;
  options.judge = &judge;
  options.witness = [&](const JudgedWord& word) {
    if (word.token >= read.first && word.token < read.end) {
      words.push_back(to_json(word, offsets, read.first));
    }
  };
  Article copy = read.article;
  read_article(std::move(copy), read.document, names, Knowledge::builtin(), &gazetteer, options);
  return words;
}

// Reads the articles and writes tokens and vectors; what is wrong, nothing if all is well.
std::string read_all(const Model& model, const char* path, const char* vectors_path,
                     std::deque<Read>& reads) {
  const PieceVocabulary vocabulary(model.vocabulary());
  PieceCutter cutter(vocabulary);
  Scratch scratch;
  scratch.keep_vectors(true);
  std::ofstream vectors(vectors_path, std::ios::binary);
  std::ifstream articles(path);
  for (std::string line; std::getline(articles, line);) {
    Read& read = reads.emplace_back();
    const json given = json::parse(line);
    Item item;
    item.id = given.at("id").get<std::string>();
    item.form = Form::kText;
    item.content = given.at("text").get<std::string>();
    Result<Article> article = make_article(std::move(item));
    if (!article) return article.error().message;
    read.article = std::move(article).value();
    read.document =
        make_document(read.article.text, read.article.body_start, cutter, skipped(read.article));
    model.read(read.document, scratch);
    const Offsets offsets(read.article.text);
    const std::uint32_t begin = offsets.to_byte(given.at("begin").get<std::uint32_t>()),
                        end = offsets.to_byte(given.at("end").get<std::uint32_t>());
    const auto& tokens = read.document.tokens;
    while (read.first < tokens.size() && tokens[read.first].span.begin < begin) ++read.first;
    read.end = read.first;
    while (read.end < tokens.size() && tokens[read.end].span.begin < end) ++read.end;
    MeaningRoom& kept = scratch.buffers().meaning;
    if (kept.count < read.end) return read.article.id + " is too long for its vectors to be kept";
    json out = {{"id", read.article.id}, {"tokens", json::array()}};
    for (std::uint32_t t = read.first; t < read.end; ++t) {
      json token = span_of(offsets, tokens[t].span);
      token.push_back(read.document.token_text(t));
      token.push_back(model.upos()[tokens[t].upos]);
      out["tokens"].push_back(std::move(token));
    }
    vectors.write(reinterpret_cast<const char*>(kept.tokens.get(0) + read.first * kept.width),
                  static_cast<std::streamsize>((read.end - read.first) * kept.width * 2));
    std::cout << out.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
  return {};
}

int fail(const std::string& why) {
  std::cerr << "event_dump: " << why << '\n';
  return 1;
}

// Reads articles by the rules alone, from standard input.
int read_by_rules(const char* model_path) {
  const Result<Model> model = Model::load(model_path);
  if (!model) return fail(model.error().message);
  const PieceVocabulary vocabulary(model.value().vocabulary());
  const Names names(model.value().upos(), model.value().deprels());
  PieceCutter cutter(vocabulary);
  Scratch scratch;
  for (std::string line; std::getline(std::cin, line);) {
    const json given = json::parse(line);
    Article article;
    article.text = given.at("text").get<std::string>();
    Document document = make_document(article.text, 0, cutter);
    model.value().read(document, scratch);
    document.has_acts = false;
    const Offsets offsets(article.text);
    Article copy = article;
    const Record record = read_article(std::move(copy), document, names, Knowledge::builtin());
    json out = {{"id", given.at("id")}, {"sentences", json::array()}, {"mentions", json::array()},
                {"events", json::array()}};
    for (const Span sentence : record.sentences) out["sentences"].push_back(span_of(offsets, sentence));
    for (const Mention& mention : record.mentions) {
      if (!mention.actor) continue;
      const json span = span_of(offsets, mention.span);
      out["mentions"].push_back({{"start", span[0]}, {"end", span[1]}, {"actor", *mention.actor}});
    }
    for (const Event& event : record.events) {
      out["events"].push_back({{"sentence", event.sentence}, {"root", event.root},
                               {"trigger", span_of(offsets, event.trigger)},
                               {"actors", event.actors}, {"recipients", event.recipients}});
    }
    std::cout << out.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
  return 0;
}

int list_features() {
  for (const auto& [model, space] : {std::pair("party", &party_features()), {"event", &event_features()}}) {
    for (std::uint32_t id = 0; id < space->size(); ++id) {
      std::cout << model << '\t' << space->name(static_cast<std::uint16_t>(id)) << '\n';
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--features") return list_features();
  if (argc == 3 && std::string(argv[1]) == "--rules") return read_by_rules(argv[2]);
  if (argc != 5) return fail("usage: event_dump MODEL GAZETTEER ARTICLES VECTORS");
  const Result<Model> model = Model::load(argv[1]);
  if (!model) return fail(model.error().message);
  const Result<Gazetteer> gazetteer = Gazetteer::open(argv[2]);
  if (!gazetteer) return fail(gazetteer.error().message);
  const Names names(model.value().upos(), model.value().deprels());
  std::deque<Read> reads;  // a document points into its article, which must stay in place
  if (const std::string wrong = read_all(model.value(), argv[3], argv[4], reads); !wrong.empty()) {
    return fail(wrong);
  }
  std::cout << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string verb, path;
    words >> verb;
    if (verb == "acts") {
      words >> path;
      std::ifstream file(path);
      for (Read& read : reads) {
        std::getline(file, line);
        const json given = json::parse(line);
        read.fold = given.at("fold");
        take_acts(given.at("acts"), read.first, read.document);
      }
      continue;
    }
    int fold = 0;
    words >> fold >> path;
    std::stringstream table;
    table << std::ifstream(path).rdbuf();
    const Result<EventJudge> judge = EventJudge::parse(table.str());
    if (!judge) return fail(judge.error().message);
    for (Read& read : reads) {
      if (read.fold != fold) continue;
      const json out = {{"id", read.article.id},
                        {"words", judged(read, judge.value(), names, gazetteer.value())}};
      std::cout << out.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    }
    std::cout << std::endl;
  }
}
