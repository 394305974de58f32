// For tests: documents made by hand, as the model would have filled them.
//
// One token a line, columns parted by white space:
//
//   word  part-of-speech  head  relation  entity  attribution  reference
//
// - "~" before a word: no space stands in front of it.
// - head: number of the head's line in its sentence, from 1; 0 for the root.
// - entity: "B-PERSON", "I-PERSON", ... or "-".
// - attribution: "s1", "c1", "x1" for source, cue and content of statement 1, "-" for none; two
//   parted by "/" where one lies in the content of another. Statements from 10 on are layer 1.
// - reference: "P1", "O1", "L1" for a person, body or place; the same number is the same actor, and
//   0 is nobody else's. It may be left out.
//
// A blank line ends a sentence, "#p" alone begins a paragraph, "#body" the body after a headline.
#pragma once

#include <cstdlib>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/actors/names.h"
#include "read/read.h"
#include "read/reading.h"
#include "text/document.h"
#include "text/tokens.h"

namespace tacitus {

inline const std::vector<std::string>& made_upos() {
  static const std::vector<std::string> kNames = {
      "ADJ",  "ADP",  "ADV",  "AUX",   "CCONJ", "DET",   "INTJ", "NOUN", "NUM",
      "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",   "VERB", "X"};
  return kNames;
}
inline const std::vector<std::string>& made_deprels() {
  static const std::vector<std::string> kNames = {
      "root",  "nsubj",     "nsubj:pass", "obj",       "iobj",  "obl",           "obl:agent",
      "nmod",  "nmod:poss", "nmod:desc",  "nmod:unmarked", "obl:unmarked", "appos", "flat",
      "compound", "amod",   "det",        "nummod",    "case",  "cop",           "aux",
      "aux:pass", "acl",    "acl:relcl",  "advcl",     "advmod", "ccomp",        "xcomp",
      "parataxis", "conj",  "cc",         "mark",      "punct", "fixed",         "discourse",
      "expl",  "list",      "csubj",      "compound:prt", "dep", "advcl:relcl",  "vocative"};
  return kNames;
}

inline std::uint8_t made_index(const std::vector<std::string>& names, const std::string& name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<std::uint8_t>(i);
  }
  return 255;  // a label that nobody knows
}

inline const Names& made_names() {
  static const Names kNames(made_upos(), made_deprels());
  return kNames;
}

struct Made {
  Article article;
  Document document;
};

// Makes article and document of the columns above. The document's text is that of the article in
// the same Made, which must not be moved.
class MadeDocument {
 public:
  explicit MadeDocument(std::string_view columns) {
    std::istringstream in{std::string(columns)};
    for (std::string line; std::getline(in, line);) add_line(line);
    end_sentence();
    made_.document.text = made_.article.text;
  }
  MadeDocument(const MadeDocument&) = delete;
  MadeDocument& operator=(const MadeDocument&) = delete;

  const std::string& text() const { return made_.article.text; }
  Document& document() { return made_.document; }

  Record read(const Gazetteer* gazetteer = nullptr) const {
    return read_article(made_.article, made_.document, made_names(), Knowledge::builtin(), gazetteer);
  }
  Record read(const Knowledge& knowledge, std::optional<std::string> published = {}) const {
    Article article = made_.article;
    if (published) article.published = std::move(published);
    return read_article(std::move(article), made_.document, made_names(), knowledge);
  }

  Record read(const PositionOptions& positions) const {
    return read_article(made_.article, made_.document, made_names(), Knowledge::builtin(), nullptr, {}, positions);
  }

  // What the rules see; it must not outlive this.
  Reading reading(const Knowledge& knowledge = Knowledge::builtin()) const {
    return Reading(made_.article.text, made_.document, made_names(), knowledge);
  }

 private:
  void add_line(const std::string& line) {
    if (line.find_first_not_of(" \t") == line.npos) return end_sentence();
    std::istringstream cells(line);
    std::string word, upos, head, deprel, entity, attribution, reference;
    cells >> word;
    if (word == "#p") {
      end_sentence();
      new_paragraph_ = true;
      return;
    }
    if (word == "#body") {
      end_sentence();
      for (Sentence& sentence : made_.document.sentences) sentence.in_headline = true;
      new_paragraph_ = true;
      return;
    }
    cells >> upos >> head >> deprel >> entity >> attribution >> reference;
    add_token(word, upos, std::atoi(head.c_str()), deprel);
    add_entity(entity);
    add_attribution(attribution);
    if (reference.size() > 1) add_reference(reference);
  }

  void add_token(std::string word, const std::string& upos, int head, const std::string& deprel) {
    Document& document = made_.document;
    std::string& text = made_.article.text;
    const bool glued = word.size() > 1 && word[0] == '~';
    if (glued) word.erase(0, 1);
    const bool opens = sentence_begin_ == document.tokens.size();
    Token token;
    if (opens && new_paragraph_) {
      if (!text.empty()) text += "\n\n";
      token.before = Break::kParagraph;
    } else if (!text.empty()) {
      if (!glued) text += ' ';
      token.before = opens ? Break::kSentence : Break::kNone;
    }
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += word;
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.shape = shape_of(word);
    token.upos = made_index(made_upos(), upos);
    token.deprel = made_index(made_deprels(), deprel);
    token.head = head == 0 ? kNone : sentence_begin_ + static_cast<std::uint32_t>(head) - 1;
    document.tokens.push_back(token);
  }

  void add_entity(const std::string& label) {
    static constexpr std::string_view kTypes[] = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC",
                                                  "EVENT"};
    Document& document = made_.document;
    const auto here = static_cast<std::uint32_t>(document.tokens.size() - 1);
    if (label.size() < 3) return;
    if (label[0] == 'I') {
      document.entities.back().end_token = here + 1;
      return;
    }
    for (std::size_t i = 0; i < std::size(kTypes); ++i) {
      if (label.substr(2) == kTypes[i]) {
        document.entities.push_back({here, here + 1, static_cast<EntityType>(i)});
      }
    }
  }

  void add_attribution(const std::string& cell) {
    std::istringstream parts(cell);
    for (std::string part; std::getline(parts, part, '/');) {
      if (part == "-" || part.size() < 2) continue;
      Document& document = made_.document;
      const auto here = static_cast<std::uint32_t>(document.tokens.size() - 1);
      if (const auto open = open_.find(part); open != open_.end()) {
        AttributionSpan& span = document.attribution[open->second];
        if (span.end_token == here && open_sentence_ == document.sentences.size()) {
          span.end_token = here + 1;
          continue;
        }
      }
      AttributionSpan span;
      span.first_token = here;
      span.end_token = here + 1;
      span.role = part[0] == 's' ? tacitus::Role::kSource
                  : part[0] == 'c' ? tacitus::Role::kCue
                                   : tacitus::Role::kContent;
      span.layer = part.size() > 2 ? 1 : 0;
      span.score = 1;
      open_[part] = static_cast<std::uint32_t>(document.attribution.size());
      open_sentence_ = document.sentences.size();
      labels_.push_back(part);
      document.attribution.push_back(span);
    }
  }

  void add_reference(const std::string& cell) {
    Document& document = made_.document;
    Reference reference;
    reference.token = static_cast<std::uint32_t>(document.tokens.size() - 1);
    reference.type = cell[0] == 'P'   ? ReferentType::kPerson
                     : cell[0] == 'O' ? ReferentType::kOrg
                                      : ReferentType::kPlace;
    const std::string cluster = cell.substr(1);
    if (const auto last = chain_.find(cluster); last != chain_.end() && cluster != "0") {
      reference.antecedent = last->second;
      reference.score = 1;
    }
    chain_[cluster] = static_cast<std::uint32_t>(document.references.size());
    document.references.push_back(reference);
  }

  void end_sentence() {
    Document& document = made_.document;
    const auto end = static_cast<std::uint32_t>(document.tokens.size());
    if (end > sentence_begin_) {
      Sentence sentence;
      sentence.first_token = sentence_begin_;
      sentence.end_token = end;
      sentence.span = document.token_range(sentence_begin_, end);
      sentence.starts_paragraph = new_paragraph_;
      document.sentences.push_back(sentence);
      sentence_begin_ = end;
      new_paragraph_ = false;
    }
    link();
  }

  // Links are made anew after each sentence, as cues may follow what they link.
  void link() {
    std::map<std::string, std::uint32_t> first;
    for (std::uint32_t i = 0; i < labels_.size(); ++i) first.try_emplace(labels_[i], i);
    for (std::uint32_t i = 0; i < labels_.size(); ++i) {
      AttributionSpan& span = made_.document.attribution[i];
      const std::string number = labels_[i].substr(1);
      const std::string wanted = (labels_[i][0] == 'x' ? "c" : "s") + number;
      if (labels_[i][0] == 's' || !first.contains(wanted)) continue;
      span.link = first[wanted];
    }
  }

  Made made_;
  std::uint32_t sentence_begin_ = 0;
  bool new_paragraph_ = true;
  std::map<std::string, std::uint32_t> open_, chain_;
  std::size_t open_sentence_ = 0;
  std::vector<std::string> labels_;
};

}  // namespace tacitus
