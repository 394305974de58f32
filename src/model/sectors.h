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
  BlockRoom gate, read, asked, hidden, out;
  LayerRoom layer;
  Room<float> rows;
  std::vector<std::uint32_t> tokens;  // of the batch, that head somebody's name
  std::vector<Looks> looks;
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
  Blocks read_again(const Vectors& vectors, std::span<const Window> windows, SectorRoom& room) const;
  const float* tell(const Vectors& vectors, std::span<const std::uint32_t> tokens, const float* again,
                    SectorRoom& room) const;

  Config config_;
  Arithmetic arithmetic_;
  struct Map {
    Product gate, in, out;
    Layer layer;
  };
  std::optional<Map> map_;
};

}  // namespace tacitus
