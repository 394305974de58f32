#include "model/model.h"

#include <cstdio>

#include "model/network.h"
#include "model/selftest.h"

namespace tacitus {
namespace {

// Windows that are read when a model is loaded; the tests read all.
constexpr std::size_t kTried = 2;

ModelCard card_of(const Network& network) {
  const Header& header = network.file().header();
  ModelCard card;
  card.name = header.name;
  card.version = header.version;
  card.made = header.made;
  card.command = header.command;
  card.license = header.license;
  card.scores = header.scores;
  card.compute = network.compute();
  card.parameters = network.file().parameters();
  card.bytes = network.file().bytes();
  return card;
}

}  // namespace

Scratch::Scratch() : buffers_(std::make_unique<Buffers>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;
void Scratch::keep_vectors(bool keeps) { buffers_->meaning.is_wanted = keeps; }

struct Model::Parts {
  Network network;
  ModelCard card;
};

Model::Model(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Result<Model> Model::load(const std::string& path) {
  Result<ModelFile> file = ModelFile::open(path);
  if (!file) return file.error();
  Result<Network> network = Network::make(std::move(file).value());
  if (!network) return network.error();

  const Network& made = network.value();
  const std::span<const SelfTest> tests = made.file().header().selftest;
  const std::span<const PairSelfTest> pairs = made.file().header().pair_selftest;
  const Parity found = parity(made, tests.first(std::min(kTried, tests.size())),
                              pairs.first(std::min(kTried, pairs.size())));
  if (!holds(made, found)) {
    char figures[240];
    std::snprintf(figures, sizeof figures,
                  "vectors off by %.3g, roots by %.3g, meanings by %.3g, acts by %.3g, sectors by %.3g, %zu of "
                  "%zu labels as they should be",
                  found.worst, found.worst_pair, found.worst_meaning, found.worst_act, found.worst_sector,
                  found.equal, found.labels);
    return made.file().error("fails its self-test in " + made.compute() + " (" + figures + ")");
  }
  ModelCard card = card_of(made);
  return Model(std::make_unique<Parts>(Parts{std::move(network).value(), std::move(card)}));
}

void Model::read(Document& document, Scratch& scratch) const {
  parts_->network.read(document, scratch.buffers());
}

void Model::code(const Document& document, std::span<const MarkedPair> pairs, Scratch& scratch,
                 std::vector<RootScores>& out) const {
  parts_->network.code(document, pairs, scratch.buffers(), out);
}

bool Model::meaning(const Document& document, std::uint32_t first_token, std::uint32_t end_token,
                    Scratch& scratch, std::span<float> out) const {
  return parts_->network.meaning(document, first_token, end_token, scratch.buffers(), out);
}

void Model::meanings(const Document& document, std::span<const Span> tokens, Scratch& scratch,
                     std::span<float> out) const {
  parts_->network.meanings(document, tokens, scratch.buffers(), out);
}

std::size_t Model::meaning_width() const { return parts_->network.meaning_width(); }

const ModelCard& Model::card() const { return parts_->card; }

const std::vector<std::string>& Model::vocabulary() const {
  return parts_->network.file().header().vocabulary;
}

const std::vector<std::string>& Model::upos() const {
  return parts_->network.file().header().labels.upos;
}

const std::vector<std::string>& Model::deprels() const {
  return parts_->network.file().header().labels.deprel;
}

}  // namespace tacitus
