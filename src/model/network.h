// The whole network of a model file: the encoder, and the heads on its vectors.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/acts.h"
#include "model/encoder.h"
#include "model/labels.h"
#include "model/links.h"
#include "model/meaning.h"
#include "model/model.h"
#include "model/pairs.h"
#include "model/parser.h"
#include "model/references.h"
#include "model/sectors.h"

namespace tacitus {

struct Scratch::Buffers {
  std::vector<Stretch> stretches;
  std::vector<std::uint32_t> stretch_sizes;  // pieces of each
  std::vector<Window> windows;
  EncoderRoom encoder;
  ScoreRoom scorer;
  ParserRoom parser;
  LabelRoom search;
  ReferenceRoom references;
  PairRoom pairs;
  MeaningRoom meaning;
  ActRoom acts;
  SectorRoom sectors;

  // Of the batch of windows that was read last: what the self-test looks at.
  Vectors vectors;
  std::vector<std::uint8_t> entity, attribution[2];
};

// Immutable and shared by all threads.
class Network {
 public:
  // Takes the tensors of an open file, whose map it keeps. Errors: kBadModel, and kBadInput for
  // a wrong TACITUS_COMPUTE or TACITUS_KERNELS.
  static Result<Network> make(ModelFile file);

  void read(Document& document, Scratch::Buffers& room) const;

  // As Model::code.
  void code(const Document& document, std::span<const MarkedPair> pairs, Scratch::Buffers& room,
            std::vector<RootScores>& out) const;

  // As Model::meaning and Model::meanings.
  bool meaning(const Document& document, std::uint32_t first_token, std::uint32_t end_token,
               Scratch::Buffers& room, std::span<float> out) const;
  void meanings(const Document& document, std::span<const Span> tokens, Scratch::Buffers& room,
                std::span<float> out) const;
  std::size_t meaning_width() const { return meaning_.width(); }

  const ModelFile& file() const { return *file_; }
  // "int8 (avx512_bf16)"
  std::string compute() const;
  const Arithmetic& arithmetic() const { return arithmetic_; }

 private:
  Network(std::unique_ptr<ModelFile> file, const Arithmetic& arithmetic);

  void read_again(const Document& document, std::uint32_t first_token, std::uint32_t end_token,
                  Scratch::Buffers& room) const;
  void read_batch(Document& document, std::span<const Window> windows,
                  Scratch::Buffers& room) const;
  void label(Document& document, std::span<const Stretch> stretches, const Scores& scores,
             Scratch::Buffers& room) const;
  void attribute(Document& document, const Window& window, std::uint32_t first_token,
                 const Scores& scores, Scratch::Buffers& room) const;

  std::unique_ptr<ModelFile> file_;
  Arithmetic arithmetic_;
  Encoder encoder_;
  Scorer scorer_;
  Parser parser_;
  Chain chains_[2];
  Linker linker_;
  ReferenceFinder references_;
  PairCoder pairs_;
  MeaningHead meaning_;
  ActHead acts_;
  SectorHead sectors_;
};

}  // namespace tacitus
