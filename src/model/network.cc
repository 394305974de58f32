#include "model/network.h"

#include <algorithm>
#include <new>
#include <utility>

namespace tacitus {
Result<Network> Network::make(ModelFile opened) {
  Arithmetic arithmetic;
  const Result<Compute> compute = choose_compute();
  if (!compute) return compute.error();
  arithmetic.compute = compute.value();
  arithmetic.kernels = kernels::choose();
  if (!arithmetic.kernels) {
    return Error{ErrorCode::kBadInput,
                 "TACITUS_KERNELS names none that this CPU can run; unset it, or set it to plain"};
  }
  auto file = std::make_unique<ModelFile>(std::move(opened));
  try {
    Network network(std::move(file), arithmetic);
    if (!network.file_->trouble().empty()) {
      return network.file_->error(network.file_->trouble());
    }
    return network;
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::kBadModel, "the model needs more memory than there is"};
  }
}

Network::Network(std::unique_ptr<ModelFile> file, const Arithmetic& arithmetic)
    : file_(std::move(file)),
      arithmetic_(arithmetic),
      encoder_(*file_, arithmetic),
      scorer_(*file_, arithmetic),
      parser_(*file_, scorer_.columns(), arithmetic),
      linker_(*file_, scorer_.columns(), arithmetic),
      references_(*file_, scorer_.columns(), arithmetic),
      pairs_(*file_, arithmetic),
      meaning_(*file_, arithmetic),
      acts_(*file_, arithmetic),
      sectors_(*file_, arithmetic) {
  for (std::size_t k = 0; k < 2; ++k) {
    const std::string name = "attribution." + std::to_string(k) + ".";
    chains_[k] = {file_->floats(name + "transition", {kAttributionLabels, kAttributionLabels}),
                  file_->floats(name + "start", {kAttributionLabels}),
                  file_->floats(name + "end", {kAttributionLabels})};
  }
}

std::string Network::compute() const {
  return std::string(arithmetic_.in_bytes() ? "int8 (" : "float32 (") + arithmetic_.kernels->name +
         ")";
}

void Network::read(Document& document, Scratch::Buffers& room) const {
  document.entities.clear();
  document.attribution.clear();
  document.references.clear();
  document.acts.clear();
  document.has_acts = acts_.is_there();
  document.sectors.clear();
  cut_windows(document, file_->header().config.window, room.stretches,
              room.stretch_sizes, room.windows);
  bool keeps = room.meaning.is_wanted;
  meaning_.begin(0, keeps ? document.tokens.size() : 0, room.meaning);
  const std::span<const Window> windows = room.windows;
  for (std::size_t first = 0; first < windows.size();) {
    const std::size_t end = batch_end(windows, first);
    read_batch(document, windows.subspan(first, end - first), room);
    keeps = keeps && meaning_.keep(room.vectors, room.meaning);
    first = end;
  }
  // What follows needs memory for each token; a book's worth of them weighs more than the weights.
  constexpr std::size_t kBook = 300'000;
  if (document.tokens.size() > kBook) file_->rest();
}

void Network::code(const Document& document, std::span<const MarkedPair> pairs,
                   Scratch::Buffers& room, std::vector<RootScores>& out) const {
  pairs_.run(encoder_, document, pairs, room.encoder, room.pairs, out);
}

bool Network::meaning(const Document& document, std::uint32_t first_token, std::uint32_t end_token,
                      Scratch::Buffers& room, std::span<float> out) const {
  if (!meaning_.is_there() || first_token >= end_token || room.windows.empty() ||
      end_token > document.tokens.size() ||
      room.windows.back().end_token != document.tokens.size()) {
    return false;
  }
  end_token = std::min<std::uint32_t>(end_token, first_token + MeaningRoom::kMost / 2);
  if (!room.meaning.holds(first_token, end_token)) read_again(document, first_token, end_token, room);
  const Span tokens{first_token, end_token};
  meaning_.of(document, {&tokens, 1}, room.meaning, out);
  return std::any_of(out.begin(), out.end(), [](float x) { return x != 0; });
}

void Network::meanings(const Document& document, std::span<const Span> tokens,
                       Scratch::Buffers& room, std::span<float> out) const {
  const std::size_t width = meaning_.width();
  std::fill(out.begin(), out.end(), 0.0f);
  if (width == 0 || out.size() != tokens.size() * width) return;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t end = first;
    while (end < tokens.size() && end - first < MeaningHead::kTogether &&
           tokens[end].begin < tokens[end].end && room.meaning.holds(tokens[end].begin, tokens[end].end)) {
      ++end;
    }
    if (end > first) {
      meaning_.of(document, tokens.subspan(first, end - first), room.meaning,
                  out.subspan(first * width, (end - first) * width));
    } else {  // not kept, or nothing to look at
      meaning(document, tokens[first].begin, tokens[first].end, room, out.subspan(first * width, width));
      ++end;
    }
    first = end;
  }
}

// Fills the room for meanings with the windows from that of `first_token` on that are needed.
void Network::read_again(const Document& document, std::uint32_t first_token,
                         std::uint32_t end_token, Scratch::Buffers& room) const {
  const std::span<const Window> windows = room.windows;
  const auto after = std::upper_bound(
      windows.begin(), windows.end(), first_token,
      [](std::uint32_t token, const Window& window) { return token < window.first_token; });
  auto first = static_cast<std::size_t>(after - windows.begin()) - 1;
  const std::size_t begin = windows[first].first_token;
  meaning_.begin(begin, document.tokens.size() - begin, room.meaning);
  while (first < windows.size() && windows[first].first_token < end_token) {
    const std::size_t end = batch_end(windows, first);
    room.vectors = encoder_.run(document, windows.subspan(first, end - first), room.encoder);
    if (!meaning_.keep(room.vectors, room.meaning)) return;
    first = end;
  }
}

void Network::read_batch(Document& document, std::span<const Window> windows,
                         Scratch::Buffers& room) const {
  const std::span<const Stretch> stretches(room.stretches.data() + windows.front().first_stretch,
                                           room.stretches.data() + windows.back().end_stretch);
  room.vectors = encoder_.run(document, windows, room.encoder);
  const Scores scores = scorer_.run(room.vectors, room.scorer);
  label(document, stretches, scores, room);
  parser_.run(document, stretches, scores, room.parser);
  for (const Window& window : windows) {
    attribute(document, window, windows.front().first_token, scores, room);
  }
  references_.run(document, stretches, scores, room.references);
  acts_.run(room.vectors, windows.front().first_token, room.acts, document.acts);
  sectors_.run(room.vectors, windows, room.sectors, document.sectors);
}

void Network::label(Document& document, std::span<const Stretch> stretches, const Scores& scores,
                    Scratch::Buffers& room) const {
  const Columns& columns = scorer_.columns();
  const Labels& labels = file_->header().labels;
  const std::uint32_t first_token = stretches.front().first_token;
  const std::size_t tokens = room.vectors.tokens;
  room.entity.resize(tokens);
  for (auto& layer : room.attribution) layer.resize(tokens);
  for (const Stretch& stretch : stretches) {
    const std::size_t row = stretch.first_token - first_token;
    const std::size_t n = stretch.end_token - stretch.first_token;
    for (std::size_t i = 0; i < n; ++i) {
      document.tokens[stretch.first_token + i].upos =
          best_of(scores.row(row + i, columns.upos), labels.upos.size());
    }
    std::uint8_t* const entity = room.entity.data() + row;
    best_entities(scores, row, columns.entity, n, labels.entity.size(), entity, room.search);
    append_entities(entity, n, stretch.first_token, labels.entity, document.entities);
    for (std::size_t k = 0; k < 2; ++k) {
      best_chain(scores, row, columns.attribution[k], n, chains_[k],
                 room.attribution[k].data() + row, room.search);
    }
  }
}

void Network::attribute(Document& document, const Window& window, std::uint32_t first_token,
                        const Scores& scores, Scratch::Buffers& room) const {
  std::vector<AttributionSpan>& spans = document.attribution;
  const std::size_t base = spans.size();
  for (std::uint32_t s = window.first_stretch; s < window.end_stretch; ++s) {
    const Stretch& stretch = room.stretches[s];
    for (std::size_t k = 0; k < 2; ++k) {
      append_spans(room.attribution[k].data() + (stretch.first_token - first_token),
                   stretch.end_token - stretch.first_token, stretch.first_token,
                   static_cast<std::uint8_t>(k), spans);
    }
  }
  std::sort(spans.begin() + static_cast<std::ptrdiff_t>(base), spans.end(),
            [](const AttributionSpan& a, const AttributionSpan& b) {
              return std::pair(a.first_token, a.layer) < std::pair(b.first_token, b.layer);
            });
  linker_.run(std::span(spans).subspan(base), static_cast<std::uint32_t>(base), first_token,
              scores);
}

}  // namespace tacitus
