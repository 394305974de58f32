// Word pieces: what the encoder reads. The same as BERT's uncased tokenizer gives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/document.h"

namespace tacitus {

// A vocabulary of word pieces. Immutable and safe to share between threads.
class PieceVocabulary {
 public:
  // `pieces` by id; those that go on with a word begin with "##". One must be "[UNK]"; where
  // there is none, id 0 stands for unknown words.
  explicit PieceVocabulary(const std::vector<std::string>& pieces);

  std::uint32_t unknown() const { return unknown_; }

  // Appends the ids of `word`, which must be normalized, by greedy longest match; the unknown id
  // where it cannot be put together or is longer than 100 characters.
  void append(std::string_view word, std::vector<std::uint32_t>& ids) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  using Ids = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  bool match(std::string_view word, std::vector<std::uint32_t>& ids) const;

  Ids starts_, inners_;  // inners_ without "##"
  std::size_t longest_ = 0;  // bytes
  std::uint32_t unknown_ = 0;
};

// Cuts tokens into pieces and remembers the answers; each thread needs one of its own. The
// vocabulary must live as long.
class PieceCutter {
 public:
  explicit PieceCutter(const PieceVocabulary& vocabulary) : vocabulary_(&vocabulary) {}

  // Appends the ids of one token's text (any valid UTF-8), one at least.
  void append(std::string_view token, std::vector<std::uint32_t>& ids);

 private:
  struct Range { std::uint32_t begin, count; };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };

  void cut(std::string_view token, std::vector<std::uint32_t>& ids);

  const PieceVocabulary* vocabulary_;
  std::unordered_map<std::string, Range, Hash, std::equal_to<>> known_;
  std::vector<std::uint32_t> known_ids_;
  std::string word_;
};

// Fills document.pieces, and first_piece and piece_count of its tokens.
void cut_pieces(Document& document, PieceCutter& cutter);

}  // namespace tacitus
