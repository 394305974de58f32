// Sectors: in which part of society whoever a token heads the name of is at home, by PLOVER's codes. A gate says
// which tokens head names and descriptions of somebody; those read their window once more, by a layer of their
// own beside the encoder's last, and two layers on both vectors tell the sector (docs/model-format.md,
// "Sectors"). It proposes; read/actors decides.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/encoder.h"

namespace tacitus {

struct SectorRoom {
  BlockRoom gate, panel, few, asked, hidden, out;
  LayerRoom layer;
  Room<float> context, weights, rows, queries, seen, both;
  std::vector<std::uint32_t> tokens;  // of the batch, that head somebody's name
};

class SectorHead {
 public:
  // As Encoder's constructor. A file without the head is no trouble.
  SectorHead(ModelFile& file, const Arithmetic& arithmetic);

  // Appends the scores of those of the windows' tokens that head somebody's name, in order.
  void run(const Vectors& vectors, std::span<const Window> windows, SectorRoom& room,
           std::vector<SectorScores>& out) const;

 private:
  void find_names(const Vectors& vectors, SectorRoom& room) const;
  const float* lay_context(const Vectors& vectors, std::size_t row, std::size_t pieces, SectorRoom& room) const;
  void look(const float* query, const float* context, std::size_t pieces, float* weights, float* seen) const;
  const float* tell(const Vectors& vectors, std::span<const std::uint32_t> tokens, const float* context,
                    std::size_t pieces, SectorRoom& room) const;

  Config config_;
  Arithmetic arithmetic_;
  struct Map {
    Product gate, in, out;
    Layer layer;
  };
  std::optional<Map> map_;
};

}  // namespace tacitus
