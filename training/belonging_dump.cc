// Shows what the model sees that tells to which country somebody belongs (src/read/actors/belonging.h), so that
// training and reading have the same features.
//
//   belonging_dump MODEL GAZETTEER < ARTICLES    ARTICLES: JSON Lines {"id","text","published"?}
//   belonging_dump --features                    the names of the features
//
// Writes a JSON line an article: "id"; "mentions", {"start","end","actor"} each, in code points; "actors", each
// with its name and country; and "asked", those whose country the model is asked for: "actor", and by
// country that it weighs the features, [country, [feature, ...]].
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
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

int fail(const std::string& message) {
  std::cerr << message << "\n";
  return 1;
}

// The countries that are weighed for somebody, by his first mention.
struct Weighed {
  Span span;
  json countries = json::array();
};

json dump(Article article, const Document& document, const Names& names, const Gazetteer& gazetteer) {
  const std::string text = article.text;
  const Offsets offsets(text);
  std::vector<Weighed> asked;
  const AskedWitness witness = [&](const Asked& one, Belonging& belonging) {
    Weighed& out = asked.emplace_back();
    out.span = one.span;
    for (const Belonging::Weighed& country : belonging.weighed(one)) {
      json features = json::array();
      for (const Feature feature : country.features) features.push_back(feature.id);
      out.countries.push_back({country.country, std::move(features)});
    }
  };
  const Record record = read_article(std::move(article), document, names, Knowledge::builtin(), &gazetteer, {}, {}, witness);
  json mentions = json::array(), actors = json::array(), all = json::array();
  for (const Mention& mention : record.mentions) {
    json one = {{"start", offsets.to_code_point(mention.span.begin)}, {"end", offsets.to_code_point(mention.span.end)}};
    if (mention.actor) one["actor"] = *mention.actor;
    mentions.push_back(std::move(one));
  }
  for (const Actor& actor : record.actors) {
    json one = {{"name", actor.name}};
    if (actor.country) one["country"] = *actor.country;
    actors.push_back(std::move(one));
  }
  for (Weighed& one : asked) {
    for (const Mention& mention : record.mentions) {
      if (!(mention.span == one.span) || !mention.actor) continue;
      all.push_back({{"actor", *mention.actor}, {"countries", std::move(one.countries)}});
      break;
    }
  }
  return {{"mentions", std::move(mentions)}, {"actors", std::move(actors)}, {"asked", std::move(all)}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--features") {
    const FeatureSpace& space = belonging_features();
    for (std::uint32_t id = 0; id < space.size(); ++id) std::cout << space.name(static_cast<std::uint16_t>(id)) << "\n";
    return 0;
  }
  if (argc != 3) return fail("usage: belonging_dump MODEL GAZETTEER < ARTICLES, or belonging_dump --features");
  const Result<Model> model = Model::load(argv[1]);
  if (!model) return fail(model.error().message);
  const Result<Gazetteer> gazetteer = Gazetteer::open(argv[2]);
  if (!gazetteer) return fail(gazetteer.error().message);
  const PieceVocabulary vocabulary(model.value().vocabulary());
  PieceCutter cutter(vocabulary);
  const Names names(model.value().upos(), model.value().deprels());
  Scratch scratch;
  for (std::string line; std::getline(std::cin, line);) {
    const json given = json::parse(line);
    Item item;
    item.id = given.at("id").get<std::string>();
    item.form = Form::kText;
    item.content = given.at("text").get<std::string>();
    if (given.contains("published")) item.published = given.at("published").get<std::string>();
    Result<Article> article = make_article(std::move(item));
    if (!article) return fail(article.error().message);
    Document document = make_document(article.value().text, article.value().body_start, cutter, skipped(article.value()));
    model.value().read(document, scratch);
    json out = dump(std::move(article).value(), document, names, gazetteer.value());
    out["id"] = given.at("id");
    std::cout << out.dump(-1, ' ', false, json::error_handler_t::replace) << "\n";
  }
  return 0;
}
