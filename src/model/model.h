// The engine's door: load a model file once, read documents with it from any number of threads.
//
//   auto model = Model::load("models/tacitus.model");
//   Scratch scratch;                        // one a thread
//   model.value().read(document, scratch);  // fills the labels of tokens, entities, ...
//
// The file's format and the heads' formulas are in docs/model-format.md.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/pairs.h"
#include "text/document.h"

namespace tacitus {

// Facts about a loaded model, for `tacitus model`.
struct ModelCard {
  std::string name, version, made, command, license;
  std::vector<std::pair<std::string, double>> scores;
  std::string compute;          // how products are computed here: "int8 (avx512_bf16)"
  std::uint64_t parameters = 0;
  std::uint64_t bytes = 0;      // size of the file
};

// Buffers that a reading needs; they grow to what the longest document needs and are kept.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

  // Whether readings keep the vectors of the article's first tokens (MeaningRoom::kMost), for
  // Model::meaning(), which otherwise reads the stretch's windows again; not from the start.
  void keep_vectors(bool keeps);

  struct Buffers;
  Buffers& buffers() { return *buffers_; }

 private:
  std::unique_ptr<Buffers> buffers_;
};

// Immutable after load and safe to share between threads; each thread brings its own Scratch.
class Model {
 public:
  // Loads and checks a model file. Errors: kNotFound (no such file; says where one comes from),
  // kBadModel (not a model, cut short, another version, self-test failed), kIo, kBadInput (the
  // environment variable TACITUS_COMPUTE or TACITUS_KERNELS asks for what cannot be done here).
  static Result<Model> load(const std::string& path);

  // Fills upos, deprel and head of every token, and the document's entities, attribution and
  // references. The document must come from text/ with this model's vocabulary.
  void read(Document& document, Scratch& scratch) const;

  // Appends to `out` for each pair of actors, in order, how likely it is that the first does to the
  // second what each root code says, given that it does something. Each pair costs a reading of
  // its stretch. The document must have been read.
  void code(const Document& document, std::span<const MarkedPair> pairs, Scratch& scratch,
            std::vector<RootScores>& out) const;

  // Writes to `out`, which is meaning_width() long, a vector of length 1 of what tokens
  // [first_token, end_token) mean: the dot product of two is how near their meanings are. Of a
  // very long stretch the first 8,192 tokens are looked at. The document must be the one that was
  // read last with this scratch. False where the model has no such head or there is nothing between
  // the tokens.
  bool meaning(const Document& document, std::uint32_t first_token, std::uint32_t end_token,
               Scratch& scratch, std::span<float> out) const;

  // The same of many stretches of tokens, in a fraction of the time: row i of `out`, which is
  // meaning_width() long, is of stretch i, and all 0 where meaning() would be false.
  void meanings(const Document& document, std::span<const Span> tokens, Scratch& scratch,
                std::span<float> out) const;

  // The numbers of a vector of meaning; 0 where the model file has no head for it.
  std::size_t meaning_width() const;

  const ModelCard& card() const;
  const std::vector<std::string>& vocabulary() const;
  const std::vector<std::string>& upos() const;     // names by Token::upos
  const std::vector<std::string>& deprels() const;  // names by Token::deprel

  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

 private:
  struct Parts;
  explicit Model(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tacitus
