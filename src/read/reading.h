// An article under the eyes of the rules: its tokens as words, and the model's tree in a form that
// can be trusted whatever the model says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "read/actors/knowledge.h"
#include "read/actors/names.h"
#include "text/document.h"

namespace tacitus {

// A stretch of tokens, half-open; empty where there is none.
struct Range {
  std::uint32_t first = 0, end = 0;

  bool empty() const { return first >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - first; }
  bool has(std::uint32_t token) const { return first <= token && token < end; }
  bool contains(Range other) const { return first <= other.first && other.end <= end; }
  friend bool operator==(Range, Range) = default;
};

// Immutable once made. Tokens are named by their index in the document; kNone is none.
class Reading {
 public:
  // `text` is the article's, which `document` was made from; both must live as long as this, and
  // so must `published`, an ISO 8601 date or date-time, empty where it is not known.
  Reading(std::string_view text, const Document& document, const Names& names,
          const Knowledge& knowledge, std::string_view published = {});

  const Document& document() const { return *document_; }
  const Knowledge& knowledge() const { return *knowledge_; }
  std::string_view text() const { return text_; }
  std::string_view published() const { return published_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_->tokens.size()); }

  // A token as it is written, and in small letters without accents and with straight apostrophes.
  std::string_view word(std::uint32_t token) const {
    return document_->tokens[token].span.in(text_);
  }
  std::string_view plain(std::uint32_t token) const {
    return std::string_view(plain_).substr(plain_at_[token],
                                           plain_at_[token + 1] - plain_at_[token]);
  }
  Shape shape(std::uint32_t token) const { return document_->tokens[token].shape; }
  bool is_capitalized(std::uint32_t token) const;
  bool is_punctuation(std::uint32_t token) const;
  // Whether a word goes on behind a hyphen: "secretary-general" is one noun, however the tree has it.
  bool goes_on_behind_hyphen(std::uint32_t token) const;

  Upos upos(std::uint32_t token) const { return names_->upos(document_->tokens[token].upos); }
  Deprel deprel(std::uint32_t token) const { return deprel_[token]; }
  bool is_noun(std::uint32_t token) const {
    return upos(token) == Upos::kNoun || upos(token) == Upos::kPropn;
  }

  std::uint32_t sentence(std::uint32_t token) const { return sentence_[token]; }
  const Sentence& sentence_of(std::uint32_t token) const {
    return document_->sentences[sentence_[token]];
  }
  // The sentence that holds byte `at`, or the last one that begins before it.
  std::uint32_t sentence_at(std::uint32_t at) const;
  // The first token that ends behind byte `at`; size() where there is none.
  std::uint32_t token_at(std::uint32_t at) const;

  // The tree: heads lie in the same sentence and lead to a root without a circle. It is the model's,
  // but for titles in front of names and appositions behind them, which it often tears off ("Russian President
  // Vladimir Putin", "Sweden, Norway's ally, left"), and for what stands behind a cue.
  std::uint32_t head(std::uint32_t token) const { return head_[token]; }
  // Children in text order: for (c = first_child(t); c != kNone; c = next_sibling(c)).
  std::uint32_t first_child(std::uint32_t token) const { return first_child_[token]; }
  std::uint32_t next_sibling(std::uint32_t token) const { return next_sibling_[token]; }
  // The first child with this relation; kNone where there is none.
  std::uint32_t child(std::uint32_t token, Deprel deprel) const;
  // From the first to the last token below and with a token.
  Range subtree(std::uint32_t token) const {
    return {token - left_[token], token + right_[token] + 1};
  }
  // The nominal that a noun or pronoun heads: with its modifiers and complements, without
  // preposition, relative clauses, appositions and what is coordinated with it.
  Range nominal(std::uint32_t token) const {
    return {token - nominal_left_[token], token + nominal_right_[token] + 1};
  }

  // The token of a range that the others hang from; of several the first noun, name or pronoun.
  std::uint32_t head_of(Range range) const;

  Span span(Range range) const {
    return {document_->tokens[range.first].span.begin, document_->tokens[range.end - 1].span.end};
  }
  // The text of a range, with single spaces and straight apostrophes: the form of the tables.
  std::string phrase(Range range) const;
  // The same in the form of plain().
  std::string plain_phrase(Range range) const;
  // A range without punctuation at its ends; keeps at least one token.
  Range trimmed(Range range) const;

 private:
  void fold_words();
  std::vector<std::uint32_t> build_tree();
  void join_titles();
  void join_appositions();
  std::uint32_t apposed(std::uint32_t subject) const;
  void hang_from_cues();
  void join_title(Range name);
  bool leads_into(std::uint32_t token, Range range) const;
  void measure(const std::vector<std::uint32_t>& order);

  std::string_view text_, published_;
  const Document* document_;
  const Names* names_;
  const Knowledge* knowledge_;
  std::string plain_;
  std::vector<std::uint32_t> plain_at_, sentence_, head_, first_child_, next_sibling_;
  // Tokens that a subtree and a nominal reach to each side; farther ones are left off.
  using Reach = std::uint16_t;
  static constexpr std::uint32_t kFarthest = 0xFFFF;
  std::vector<Reach> left_, right_, nominal_left_, nominal_right_;
  std::vector<Deprel> deprel_;
};

// A text in small letters without accents, with straight apostrophes and single spaces.
std::string plain_text(std::string_view text);

// Whether a token is a double quotation mark of any form.
bool is_double_quote(std::string_view word);

// A text with single spaces and straight apostrophes.
std::string even_text(std::string_view text);

}  // namespace tacitus
