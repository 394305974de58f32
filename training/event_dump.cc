// Shows what the judge of events sees, so that training and reading have the same features.
//
//   event_dump MODEL GAZETTEER ARTICLES VECTORS   ARTICLES: JSON Lines {"id","text","begin","end"}
//   event_dump MODEL GAZETTEER ARTICLES < folds   ... with "fold" and "acts" too
//   event_dump --features                         the names of the features
//
// "begin" and "end", in code points, are those of the sentence that is looked at. The first form writes
// its tokens, [begin, end, word] each, and their vectors as bfloat16 to VECTORS. The second reads
// lines "FOLD TABLE" and writes, for every article of that fold, the words that are judged by a
// table such as knowledge/plover/judge.tsv. "acts" are the act head's chances that stand in for the
// model's own: [token of the sentence, [15 roots], actor, recipient] in 255ths, so that a word is
// judged by a head that has not seen it.
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
  json given;
  Document document;
  std::uint32_t first = 0, end = 0;  // tokens of the sentence
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

int fail(const std::string& why) {
  std::cerr << "event_dump: " << why << '\n';
  return 1;
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
  if (argc != 4 && argc != 5) return fail("usage: event_dump MODEL GAZETTEER ARTICLES [VECTORS]");
  const Result<Model> model = Model::load(argv[1]);
  if (!model) return fail(model.error().message);
  const Result<Gazetteer> gazetteer = Gazetteer::open(argv[2]);
  if (!gazetteer) return fail(gazetteer.error().message);
  const PieceVocabulary vocabulary(model.value().vocabulary());
  const Names names(model.value().upos(), model.value().deprels());
  PieceCutter cutter(vocabulary);
  Scratch scratch;
  scratch.keep_vectors(argc == 5);
  std::ofstream vectors;
  if (argc == 5) vectors.open(argv[4], std::ios::binary);
  std::deque<Read> reads;  // a document points into its article, which must stay in place
  std::ifstream articles(argv[3]);
  for (std::string line; std::getline(articles, line);) {
    Read& read = reads.emplace_back();
    read.given = json::parse(line);
    Item item;
    item.id = read.given.at("id").get<std::string>();
    item.form = Form::kText;
    item.content = read.given.at("text").get<std::string>();
    Result<Article> article = make_article(std::move(item));
    if (!article) return fail(article.error().message);
    read.article = std::move(article).value();
    read.given.erase("text");
    read.document =
        make_document(read.article.text, read.article.body_start, cutter, skipped(read.article));
    model.value().read(read.document, scratch);
    const Offsets offsets(read.article.text);
    const std::uint32_t begin = offsets.to_byte(read.given.at("begin").get<std::uint32_t>()),
                        end = offsets.to_byte(read.given.at("end").get<std::uint32_t>());
    const auto& tokens = read.document.tokens;
    while (read.first < tokens.size() && tokens[read.first].span.begin < begin) ++read.first;
    read.end = read.first;
    while (read.end < tokens.size() && tokens[read.end].span.begin < end) ++read.end;
    if (argc == 4) continue;
    const MeaningRoom& kept = scratch.buffers().meaning;
    if (kept.count < read.end) return fail(read.article.id + " is too long for its vectors to be kept");
    json out = {{"id", read.article.id}, {"tokens", json::array()}};
    for (std::uint32_t t = read.first; t < read.end; ++t) {
      json token = span_of(offsets, tokens[t].span);
      token.push_back(read.document.token_text(t));
      token.push_back(model.value().upos()[tokens[t].upos]);
      out["tokens"].push_back(std::move(token));
    }
    vectors.write(reinterpret_cast<const char*>(const_cast<MeaningRoom&>(kept).tokens.get(0) + read.first * kept.width),
                  static_cast<std::streamsize>((read.end - read.first) * kept.width * 2));
    std::cout << out.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    reads.pop_back();
  }
  for (std::string line; argc == 4 && std::getline(std::cin, line);) {
    const std::size_t gap = std::min(line.find(' '), line.size());
    const int fold = std::stoi(line.substr(0, gap));
    std::stringstream table;
    table << std::ifstream(line.substr(std::min(gap + 1, line.size()))).rdbuf();
    const Result<EventJudge> judge = EventJudge::parse(table.str());
    if (!judge) return fail(judge.error().message);
    for (Read& read : reads) {
      if (read.given.value("fold", 0) != fold) continue;
      if (read.given.contains("acts")) take_acts(read.given["acts"], read.first, read.document);
      const Offsets offsets(read.article.text);
      json words = json::array();
      EventOptions options;
      options.judge = &judge.value();
      options.witness = [&](const JudgedWord& word) {
        if (word.token >= read.first && word.token < read.end) {
          words.push_back(to_json(word, offsets, read.first));
        }
      };
      Article copy = read.article;
      read_article(std::move(copy), read.document, names, Knowledge::builtin(), &gazetteer.value(), options);
      const json out = {{"id", read.article.id}, {"words", words}};
      std::cout << out.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    }
    std::cout << std::endl;
  }
}
