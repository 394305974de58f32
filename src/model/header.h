// The header of a model file: what its JSON says, checked and in plain types
// (docs/model-format.md).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "text/document.h"

namespace tacitus {

constexpr std::uint32_t kStartPiece = 101, kEndPiece = 102;  // [CLS] and [SEP]
constexpr std::uint32_t kMostPieces = 16;                    // of one token
constexpr std::uint32_t kShapes = 32;                        // rows of the shape table

// Sizes of the network; all are within limits that keep products of them in 64 bits.
struct Config {
  std::uint32_t layers = 0, width = 0, heads = 0, feed_forward = 0, positions = 0;
  std::uint32_t window = 0;  // pieces, [CLS] and [SEP] counted
  std::uint32_t arc = 0, rel = 0, link = 0, coref = 0, pair = 0;
  std::uint32_t meaning = 0, acts = 0, sectors = 0;  // 0 where the file has no such head
  float epsilon = 0;

  std::uint32_t head_width() const { return width / heads; }
};

struct Labels {
  std::vector<std::string> upos, deprel;
  std::vector<EntityType> entity;  // the type of labels 1 + 4i .. 4 + 4i: B, I, E, S
};

constexpr std::uint32_t kAttributionLabels = 7;  // O, then B and I of source, cue, content
constexpr std::uint32_t kReferentLabels = 4;     // none, PERSON, ORG, PLACE

constexpr std::uint32_t kActLabels = 18;         // none, the roots, who acts, who is acted on

// PLOVER's root codes (Halterman et al. 2023), in the model's order.
constexpr std::array<const char*, 15> kRootNames = {
    "AGREE",  "CONSULT",  "SUPPORT", "COOPERATE", "AID",      "YIELD",  "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE", "ASSAULT"};

struct TensorEntry {
  bool quantised = false;
  std::vector<std::uint64_t> shape;
  std::uint64_t offset = 0, bytes = 0;  // from the header's end
};

// One window with the outputs that the trainer got for it.
struct SelfTest {
  struct Piece { std::uint8_t shape, before; std::vector<std::uint32_t> ids; };

  std::vector<Piece> tokens;
  std::vector<std::uint32_t> sentences;  // first tokens
  std::vector<std::uint32_t> upos, deprel, entity, attribution[2];
  std::vector<std::int32_t> heads;       // -1 for a root
  std::vector<std::pair<std::uint32_t, std::vector<float>>> vectors;  // by token
};

// A text with a pair of actors, and what the trainer's pair head scores for it.
struct PairSelfTest {
  std::vector<SelfTest::Piece> tokens;
  std::vector<std::uint32_t> source, target;  // first and end token; empty for none
  std::vector<float> roots;                   // probabilities, by kRootNames
};

// A stretch of the window of a self-test, and how the trainer's vector of it begins.
struct MeaningSelfTest {
  std::uint32_t window = 0;  // index in Header::selftest
  std::uint32_t first = 0, end = 0;
  std::vector<float> vector;
};

// A token of the window of a self-test, and what the trainer's act head says of it.
struct ActSelfTest {
  std::uint32_t window = 0;  // index in Header::selftest
  std::uint32_t token = 0;
  std::vector<float> scores;  // chances of none and the roots, then of a side each
};

// The same of the sector head, of a token that heads somebody's name.
struct SectorSelfTest {
  std::uint32_t window = 0;  // index in Header::selftest
  std::uint32_t token = 0;
  std::vector<float> scores;
};

struct Header {
  Config config;
  std::vector<std::string> vocabulary;
  Labels labels;
  std::map<std::string, TensorEntry, std::less<>> tensors;
  std::string name, version, made, command, license;
  std::vector<std::pair<std::string, double>> scores;
  std::vector<SelfTest> selftest;
  std::vector<PairSelfTest> pair_selftest;
  std::vector<MeaningSelfTest> meaning_selftest;
  std::vector<ActSelfTest> act_selftest;
  std::vector<SectorSelfTest> sector_selftest;
};

// Reads the header's JSON. Error: kBadModel, with what is wrong but without the file's name.
Result<Header> parse_header(std::string_view json);

}  // namespace tacitus
