#include "model/header.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace tacitus {
namespace {

using nlohmann::json;

// What is wrong with the header; parse_header turns it into an Error.
struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void demand(bool holds, const std::string& otherwise) {
  if (!holds) throw Wrong(otherwise);
}

std::uint64_t number(const json& value, const std::string& name, std::uint64_t low,
                     std::uint64_t high) {
  demand(value.is_number_unsigned() && value.get<std::uint64_t>() >= low &&
             value.get<std::uint64_t>() <= high,
         name + " is not a number from " + std::to_string(low) + " to " + std::to_string(high));
  return value.get<std::uint64_t>();
}

std::uint32_t small(const json& object, const char* key, std::uint32_t low, std::uint32_t high) {
  return static_cast<std::uint32_t>(number(object.at(key), key, low, high));
}

std::vector<std::uint32_t> numbers(const json& array, const std::string& name, std::size_t count,
                                   std::uint64_t below) {
  demand(array.is_array() && array.size() == count, name + " has another length");
  std::vector<std::uint32_t> out;
  for (const json& x : array) {
    out.push_back(static_cast<std::uint32_t>(number(x, name, 0, below - 1)));
  }
  return out;
}

Config config_of(const json& object) {
  Config c;
  c.layers = small(object, "layers", 1, 64);
  c.width = small(object, "width", 32, 4096);
  c.heads = small(object, "heads", 1, 128);
  c.feed_forward = small(object, "feed_forward", 16, 16384);
  c.positions = small(object, "positions", 1, 16384);
  c.window = small(object, "window", kMostPieces + 2, 4096);
  c.arc = small(object, "arc", 16, 4096);
  c.rel = small(object, "rel", 16, 1024);
  c.link = small(object, "link", 16, 4096);
  c.coref = small(object, "coref", 16, 4096);
  c.pair = small(object, "pair", 16, 4096);
  if (object.contains("meaning")) c.meaning = small(object, "meaning", 16, 4096);
  if (object.contains("acts")) c.acts = small(object, "acts", 16, 4096);
  if (object.contains("sectors")) c.sectors = small(object, "sectors", 16, 4096);
  c.epsilon = object.at("layer_norm_epsilon").get<float>();
  demand(c.epsilon > 0 && c.epsilon < 1, "layer_norm_epsilon is not between 0 and 1");
  demand(c.width % (c.heads * 32) == 0, "width is not a multiple of 32 times heads");
  for (const std::uint32_t size : {c.feed_forward, c.arc, c.rel, c.link, c.coref, c.pair,
                                   c.meaning, c.acts, c.sectors}) {
    demand(size % 16 == 0, "a size is not a multiple of 16");
  }
  demand(c.window <= c.positions, "window is larger than positions");
  return c;
}

Labels labels_of(const json& object) {
  Labels labels;
  object.at("upos").get_to(labels.upos);
  object.at("deprel").get_to(labels.deprel);
  for (const auto* names : {&labels.upos, &labels.deprel}) {
    demand(!names->empty() && names->size() <= 255, "a label set is not of 1 to 255 names");
  }

  constexpr std::array kTypes = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"};
  const auto entity = object.at("entity").get<std::vector<std::string>>();
  demand(entity.size() % 4 == 1 && entity[0] == "O", "the entity labels are not O and B, I, E, S");
  for (std::size_t i = 1; i < entity.size(); i += 4) {
    const std::string type = entity[i].size() > 2 ? entity[i].substr(2) : "";
    const auto at = std::find(kTypes.begin(), kTypes.end(), type);
    demand(at != kTypes.end(), "unknown entity label " + entity[i]);
    for (std::size_t k = 0; k < 4; ++k) {
      demand(entity[i + k] == std::string(1, "BIES"[k]) + "-" + type,
             "entity labels are not in the order B, I, E, S");
    }
    labels.entity.push_back(static_cast<EntityType>(at - kTypes.begin()));
  }
  demand(object.at("attribution") == json({"O", "B-source", "I-source", "B-cue", "I-cue",
                                           "B-content", "I-content"}),
         "unknown attribution labels");
  demand(object.at("referent") == json({"none", "PERSON", "ORG", "PLACE"}),
         "unknown referent labels");
  demand(object.at("root") == json(kRootNames), "unknown root labels");
  return labels;
}

TensorEntry tensor_of(const json& object, const std::string& name) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 40;
  TensorEntry entry;
  const std::string type = object.at("type");
  demand(type == "f32" || type == "q8", name + " is of unknown type " + type);
  entry.quantised = type == "q8";
  entry.offset = number(object.at("offset"), name + ".offset", 0, kMost);
  entry.bytes = number(object.at("bytes"), name + ".bytes", 0, kMost);
  demand(entry.offset % 64 == 0, name + " does not start at a multiple of 64");

  const json& shape = object.at("shape");
  demand(shape.is_array() && shape.size() >= 1 && shape.size() <= 3, name + " has no shape");
  demand(!entry.quantised || shape.size() == 2, name + " is q8 but no matrix");
  std::uint64_t elements = 1;
  for (const json& x : shape) {
    entry.shape.push_back(number(x, name + ".shape", 1, std::uint64_t{1} << 24));
    elements *= entry.shape.back();
    demand(elements <= kMost, name + " is too large");
  }
  const std::uint64_t scales = (entry.shape[0] * 4 + 63) / 64 * 64;
  demand(entry.bytes == (entry.quantised ? scales + elements : elements * 4),
         name + " has another length than its shape");
  return entry;
}

std::vector<SelfTest::Piece> pieces_of(const json& tokens, const Header& header) {
  std::vector<SelfTest::Piece> out;
  std::size_t pieces = 2;
  for (const json& x : tokens) {
    SelfTest::Piece token;
    token.shape = static_cast<std::uint8_t>(number(x.at(0), "selftest shape", 0, 7));
    token.before = static_cast<std::uint8_t>(number(x.at(1), "selftest break", 0, 2));
    demand(x.at(2).is_array() && !x.at(2).empty(), "a token of the selftest has no pieces");
    token.ids = numbers(x.at(2), "selftest pieces", x.at(2).size(), header.vocabulary.size());
    pieces += std::min<std::size_t>(token.ids.size(), kMostPieces);
    out.push_back(std::move(token));
  }
  demand(!out.empty() && pieces <= header.config.window, "a selftest is not one window");
  return out;
}

PairSelfTest pair_selftest_of(const json& object, const Header& header) {
  PairSelfTest test;
  test.tokens = pieces_of(object.at("tokens"), header);
  for (const char* name : {"source", "target"}) {
    const json& range = object.at(name);
    if (range.is_null()) continue;
    auto& into = std::string_view(name) == "source" ? test.source : test.target;
    into = numbers(range, name, 2, test.tokens.size() + 1);
  }
  object.at("roots").get_to(test.roots);
  demand(test.roots.size() == kRootNames.size(), "a selftest has not a score for each root");
  return test;
}

SelfTest selftest_of(const json& object, const Header& header) {
  SelfTest test;
  test.tokens = pieces_of(object.at("tokens"), header);
  const std::size_t n = test.tokens.size();
  const json& starts = object.at("sentences");
  test.sentences = numbers(starts, "selftest sentences", starts.size(), n);
  demand(!starts.empty() && test.sentences[0] == 0 &&
             std::adjacent_find(test.sentences.begin(), test.sentences.end(),
                                std::greater_equal<>()) == test.sentences.end(),
         "the sentences of a selftest are not in order");
  test.upos = numbers(object.at("upos"), "selftest upos", n, header.labels.upos.size());
  test.deprel = numbers(object.at("deprel"), "selftest deprel", n, header.labels.deprel.size());
  test.entity = numbers(object.at("entity"), "selftest entity", n,
                        1 + 4 * header.labels.entity.size());
  for (std::size_t k = 0; k < 2; ++k) {
    test.attribution[k] = numbers(object.at("attribution").at(k), "selftest attribution", n,
                                  kAttributionLabels);
  }
  object.at("heads").get_to(test.heads);
  demand(test.heads.size() == n, "selftest heads has another length");
  for (const auto& [key, value] : object.at("vectors").items()) {
    const std::uint64_t token = number(json::parse(key), "selftest vectors", 0, n - 1);
    auto vector = value.get<std::vector<float>>();
    demand(vector.size() <= header.config.width, "a vector of the selftest is too long");
    test.vectors.emplace_back(static_cast<std::uint32_t>(token), std::move(vector));
  }
  return test;
}

MeaningSelfTest meaning_selftest_of(const json& object, const Header& header) {
  MeaningSelfTest test;
  const std::size_t windows = header.selftest.size();
  test.window = small(object, "window", 0, static_cast<std::uint32_t>(windows - 1));
  const std::size_t tokens = header.selftest[test.window].tokens.size();
  test.end = small(object, "end", 1, static_cast<std::uint32_t>(tokens));
  test.first = small(object, "first", 0, test.end - 1);
  object.at("vector").get_to(test.vector);
  demand(test.vector.size() <= header.config.width, "a vector of the selftest is too long");
  return test;
}

// A token of a window with a score for each of `labels`.
template <class Test>
Test token_selftest_of(const json& object, const Header& header, std::size_t labels) {
  Test test;
  const std::size_t windows = header.selftest.size();
  test.window = small(object, "window", 0, static_cast<std::uint32_t>(windows - 1));
  const std::size_t tokens = header.selftest[test.window].tokens.size();
  test.token = small(object, "token", 0, static_cast<std::uint32_t>(tokens - 1));
  object.at("scores").get_to(test.scores);
  demand(test.scores.size() == labels, "a selftest has not a score for each label of its head");
  return test;
}

Header header_of(const json& root) {
  Header header;
  header.config = config_of(root.at("config"));
  root.at("vocabulary").get_to(header.vocabulary);
  demand(header.vocabulary.size() > kEndPiece && header.vocabulary.size() <= 1 << 24,
         "the vocabulary is too small or too large");
  header.labels = labels_of(root.at("labels"));
  for (const auto& [name, entry] : root.at("tensors").items()) {
    header.tensors.emplace(name, tensor_of(entry, name));
  }
  const json& card = root.at("card");
  card.at("name").get_to(header.name);
  card.at("version").get_to(header.version);
  card.at("made").get_to(header.made);
  card.at("command").get_to(header.command);
  card.at("license").get_to(header.license);
  for (const auto& [name, score] : card.at("scores").items()) {
    header.scores.emplace_back(name, score.get<double>());
  }
  for (const json& test : root.at("selftest")) {
    header.selftest.push_back(selftest_of(test, header));
  }
  demand(!header.selftest.empty(), "there is no selftest");
  for (const json& test : root.at("pair_selftest")) {
    header.pair_selftest.push_back(pair_selftest_of(test, header));
  }
  if (header.config.meaning > 0) {
    for (const json& test : root.at("meaning_selftest")) {
      header.meaning_selftest.push_back(meaning_selftest_of(test, header));
    }
  }
  if (header.config.acts > 0) {
    for (const json& test : root.at("act_selftest")) {
      header.act_selftest.push_back(token_selftest_of<ActSelfTest>(test, header, kActLabels));
    }
  }
  if (header.config.sectors > 0) {
    demand(root.at("labels").at("sector") == json(kSectorNames), "unknown sector labels");
    for (const json& test : root.at("sector_selftest")) {
      header.sector_selftest.push_back(token_selftest_of<SectorSelfTest>(test, header, kSectorNames.size()));
    }
  }
  return header;
}

// A message of the JSON library as one line in our own habit.
std::string plain_message(std::string text) {
  std::replace_if(text.begin(), text.end(), [](unsigned char c) { return c < ' '; }, ' ');
  return text;
}

}  // namespace

Result<Header> parse_header(std::string_view text) {
  try {
    return header_of(json::parse(text));
  } catch (const Wrong& wrong) {
    return Error{ErrorCode::kBadModel, plain_message(wrong.what())};
  } catch (const json::exception& wrong) {
    return Error{ErrorCode::kBadModel, plain_message(wrong.what())};
  }
}

}  // namespace tacitus
