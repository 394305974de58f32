// Shows what the two models of places see, so that training and reading have the same features.
//
//   place_dump MODEL GAZETTEER ARTICLES      ARTICLES: JSON Lines {"id","text","url"?,"gold"?}
//   place_dump --features                    the names of the features
//
// Reads the articles, then for each line of standard input, some letters, a space and the path of
// a table such as weights.tsv, writes a JSON line an article and an empty line: "groups", each name
// of a place with its mentions, as [begin, end] in code points, and what it may mean. With the
// letter s also "spans", each stretch that may name a place, with its features; with u the
// articles' addresses are looked at; with g only the articles that say "gold": true are read.
#include <deque>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "model/model.h"
#include "page/article.h"
#include "read/places/gazetteer.h"
#include "read/places/places.h"
#include "read/places/ranking.h"
#include "text/analyse.h"

namespace {

using nlohmann::json;
using namespace tacitus;

struct Read {
  Article article;
  std::string url;
  bool is_gold = false;
  Document document;
};

json features_of(const std::vector<Feature>& features, std::uint32_t first, std::uint32_t end) {
  json out = json::array();
  for (std::uint32_t f = first; f < end; ++f) {
    if (features[f].value != 0) out.push_back({features[f].id, features[f].value});
  }
  return out;
}

json span_of(const Reading& reading, const Offsets& offsets, Range tokens) {
  const Span span = reading.span(tokens);
  return {offsets.to_code_point(span.begin), offsets.to_code_point(span.end)};
}

json dump(const Reading& reading, const Gazetteer& gazetteer, const PlaceWeights& weights,
          std::string_view url, bool with_spans) {
  const Offsets offsets(reading.text());
  const PlaceSpans all = place_spans(reading, gazetteer, weights);
  json spans = json::array(), groups = json::array();
  for (const PlaceSpan& span : all.spans) {
    if (!with_spans) break;
    spans.push_back({{"span", span_of(reading, offsets, span.tokens)},
                     {"features", features_of(all.features, span.first_feature, span.end_feature)},
                     {"score", span.score}});
  }
  std::vector<PlaceSpan> chosen = chosen_spans(all);
  PlaceHints hints;
  hints.publisher = publisher_country(gazetteer, url);
  hints.dateline = dateline_span(reading, chosen);
  const std::size_t named = chosen.size();
  for (PlaceSpan& span : spans_in_bodies(reading, all, chosen)) chosen.push_back(std::move(span));
  const PlaceRanking ranking = rank_places(reading, gazetteer, chosen, hints, weights);
  for (const PlaceGroup& group : ranking.groups) {
    json mentions = json::array(), candidates = json::array();
    for (const std::uint32_t s : group.spans) {
      if (s < named) mentions.push_back(span_of(reading, offsets, chosen[s].tokens));
    }
    if (mentions.empty()) continue;
    for (const PlaceCandidate& candidate : group.candidates) {
      candidates.push_back(
          {{"lat", candidate.facts.lat}, {"lon", candidate.facts.lon},
           {"id", candidate.facts.geonameid}, {"name", candidate.facts.name},
           {"kind", static_cast<int>(candidate.facts.kind)},
           {"prominence", candidate.facts.prominence}, {"score", candidate.score},
           {"features", features_of(ranking.features, candidate.first_feature, candidate.end_feature)}});
    }
    groups.push_back({{"mentions", mentions}, {"candidates", candidates},
                      {"best", group.best == kNone ? -1 : static_cast<int>(group.best)}});
  }
  return {{"spans", spans}, {"groups", groups}};
}

int fail(const std::string& why) {
  std::cerr << "place_dump: " << why << '\n';
  return 1;
}

int list_features() {
  for (const auto& [model, space] : {std::pair("find", &find_features()), {"rank", &rank_features()}}) {
    for (std::uint32_t id = 0; id < space->size(); ++id) {
      std::cout << model << '\t' << space->name(static_cast<std::uint16_t>(id)) << '\n';
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--features") return list_features();
  if (argc != 4) return fail("usage: place_dump MODEL GAZETTEER ARTICLES < weights");
  const Result<Model> model = Model::load(argv[1]);
  if (!model) return fail(model.error().message);
  const Result<Gazetteer> gazetteer = Gazetteer::open(argv[2]);
  if (!gazetteer) return fail(gazetteer.error().message);
  const PieceVocabulary vocabulary(model.value().vocabulary());
  const Names names(model.value().upos(), model.value().deprels());
  PieceCutter cutter(vocabulary);
  Scratch scratch;
  std::deque<Read> reads;  // a document points into its article, which must stay in place
  std::ifstream articles(argv[3]);
  for (std::string line; std::getline(articles, line);) {
    const json given = json::parse(line);
    Item item;
    item.id = given.at("id").get<std::string>();
    item.form = Form::kText;
    item.content = given.at("text").get<std::string>();
    Result<Article> article = make_article(std::move(item));
    if (!article) return fail(article.error().message);
    Read& read = reads.emplace_back();
    read.article = std::move(article).value();
    read.url = given.value("url", "");
    read.is_gold = given.value("gold", false);
    read.document =
        make_document(read.article.text, read.article.body_start, cutter, skipped(read.article));
    model.value().read(read.document, scratch);
  }
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t gap = std::min(line.find(' '), line.size());
    const auto asked = [&](char letter) { return line.find(letter) < gap; };
    std::stringstream table;
    table << std::ifstream(line.substr(std::min(gap + 1, line.size()))).rdbuf();
    const Result<PlaceWeights> weights = PlaceWeights::parse(table.str());
    if (!weights) return fail(weights.error().message);
    for (const Read& read : reads) {
      if (asked('g') && !read.is_gold) continue;
      const Reading reading(read.article.text, read.document, names, Knowledge::builtin());
      json out = dump(reading, gazetteer.value(), weights.value(), asked('u') ? read.url : "",
                      asked('s'));
      out["id"] = read.article.id;
      std::cout << out.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    }
    std::cout << std::endl;
  }
}
