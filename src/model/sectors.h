// Sectors: in which part of society whoever a token heads the name of is at home, by PLOVER's codes. A gate says
// which tokens head names and descriptions of somebody; each of those looks at the tokens about it by
// scaled dot-product attention (Vaswani et al. 2017), and two layers on its vector and what it saw tell the
// sector (docs/model-format.md, "Sectors"). It proposes; read/actors decides.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/encoder.h"

namespace tacitus {

struct SectorRoom {
  BlockRoom gate, panel, few, asked, hidden, out;
  Room<float> context, rows, queries;
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
  void lay_context(const Vectors& vectors, SectorRoom& room) const;
  void look(std::uint32_t token, std::uint32_t first, std::uint32_t end, const float* query, const float* context,
            float* seen) const;

  Config config_;
  Arithmetic arithmetic_;
  std::vector<float> distance_;  // [head][token before or behind]
  struct Map {
    Product gate, context, query, in, out;
  };
  std::optional<Map> map_;
};

}  // namespace tacitus
