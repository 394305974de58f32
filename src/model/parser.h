// The parser: for each sentence the best tree, for each arc its label.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/dependencies.h"
#include "model/scores.h"

namespace tacitus {

struct ParserRoom {
  BlockRoom dependents;
  Room<float> asked, arcs, panel, few_rows, heads_panel, label_scores;
  std::vector<std::int32_t> heads;
  std::vector<std::uint32_t> head_of;  // of a token: its head's row, kNone for the root
  TreeFinder trees;
};

class Parser {
 public:
  // As Encoder's constructor.
  Parser(ModelFile& file, const Columns& columns, const Arithmetic& arithmetic);

  // Fills head and deprel of the tokens of `stretches`, whose first token's scores are row 0.
  void run(Document& document, std::span<const Stretch> stretches, const Scores& scores,
           ParserRoom& room) const;

 private:
  void ask(const Scores& scores, std::size_t tokens, ParserRoom& room) const;
  void find_heads(Document& document, const Stretch& stretch, std::size_t row,
                  const Scores& scores, ParserRoom& room) const;
  void label(Document& document, std::uint32_t first_token, std::size_t tokens,
             const Scores& scores, ParserRoom& room) const;
  void gather_heads(std::size_t first, std::size_t tokens, const Scores& scores,
                    ParserRoom& room) const;

  Columns columns_;
  Arithmetic arithmetic_;
  std::size_t arc_ = 0, rel_ = 0, deprels_ = 0;
  std::vector<float> arc_root_, rel_root_;
  // arc.dep' U + arc.bias, and for each label rel.dep' W without and with its last column: what
  // then takes a dot product with the head's vector.
  std::optional<Product> arcs_, labels_;
};

}  // namespace tacitus
