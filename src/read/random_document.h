// For tests: documents with sound words and sentences, but labels, heads, spans and links as no
// model should give them.
#pragma once

#include <random>
#include <string>
#include <string_view>

#include "read/made_document.h"

namespace tacitus {

// What a random document is like.
struct Wildness {
  std::uint32_t tokens = 100;
  std::uint32_t longest_sentence = 30;
  std::uint32_t longest_span = 12;  // of entities and attribution
  bool is_ordered = false;          // spans as a model gives them: in order, inside the text
};

class RandomDocument {
 public:
  RandomDocument(std::uint32_t seed, const Wildness& wildness) : random_(seed), wild_(wildness) {
    add_words();
    document_.text = article_.text;
    const std::uint32_t many = wild_.tokens / 6 + 2;
    add_entities(many);
    add_attribution(many * 2);
    add_references(many);
  }
  RandomDocument(const RandomDocument&) = delete;
  RandomDocument& operator=(const RandomDocument&) = delete;

  Document& document() { return document_; }
  Record read(const Gazetteer* gazetteer = nullptr) const {
    return read_article(article_, document_, made_names(), Knowledge::builtin(), gazetteer);
  }

 private:
  std::uint32_t below(std::uint32_t bound) { return bound == 0 ? 0 : random_() % bound; }

  void add_words() {
    static constexpr std::string_view kWords[] = {
        "the", "The", "minister", "ministry", "foreign", "officials", "spokesman", "president",
        "company", "said", "told", "asked", "denied", "claimed", "not", "n't", "may", "of", "to",
        "with", "and", "who", "he", "she", "it", "its", "they", "I", "we", "his", "Weber", "Clara",
        "Paul", "Weber's", "Jr.", "Mr.", "Mrs.", "Russia", "Russian", "Ankara", "Kremlin", "NATO",
        "EPA", "Georgia", "U.N.", "'s", "’s", "“", "”", "\"", "'", "‘", "’", "(", ")", ",", ".",
        ":", "-", "Núñez", "Ćorić", "部長", "👍🏽", "Élysée", "ﬁne", "\u0301", "2025",
        "attacked", "accused", "met", "refused", "talks", "attack", "will", "police", "rebels"};
    std::string& text = article_.text;
    bool opens = true, paragraph = true;
    std::uint32_t left = 0;
    for (std::uint32_t t = 0; t < wild_.tokens; ++t) {
      if (left == 0) {
        opens = true;
        paragraph = t == 0 || below(4) == 0;
        left = 1 + below(wild_.longest_sentence);
      }
      if (t > 0) text += opens && paragraph ? "\n\n" : below(5) == 0 ? "" : " ";
      const std::string_view word = kWords[below(std::size(kWords))];
      Token token;
      token.span.begin = static_cast<std::uint32_t>(text.size());
      text += word;
      token.span.end = static_cast<std::uint32_t>(text.size());
      token.shape = shape_of(word);
      token.upos = static_cast<std::uint8_t>(below(made_upos().size() + 3));
      token.deprel = static_cast<std::uint8_t>(below(made_deprels().size() + 3));
      document_.tokens.push_back(token);
      if (opens) {
        Sentence sentence;
        sentence.first_token = t;
        sentence.span.begin = token.span.begin;
        sentence.starts_paragraph = paragraph;
        sentence.in_headline = t < 20 && below(2) == 0;
        document_.sentences.push_back(sentence);
        opens = false;
      }
      Sentence& sentence = document_.sentences.back();
      sentence.end_token = t + 1;
      sentence.span.end = token.span.end;
      --left;
    }
    for (const Sentence& sentence : document_.sentences) {
      const std::uint32_t size = sentence.end_token - sentence.first_token;
      for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
        const std::uint32_t dice = below(20);
        document_.tokens[t].head = dice == 0   ? kNone
                                   : dice == 1 ? static_cast<std::uint32_t>(random_())
                                   : dice == 2 ? below(wild_.tokens)
                                               : sentence.first_token + below(size);
      }
    }
  }

  // The begin and end of a span: anywhere, or behind `at` and then no more than a model gives.
  Range stretch(std::uint32_t& at) {
    const std::uint32_t size = below(wild_.longest_span + 1);
    if (!wild_.is_ordered) {
      const std::uint32_t first = below(wild_.tokens + 4);
      return {first, below(10) == 0 ? static_cast<std::uint32_t>(random_()) : first + size};
    }
    const Range range{std::min(at + below(8), wild_.tokens),
                      std::min(at + 8 + size, wild_.tokens)};
    at = range.end;
    return range;
  }

  void add_entities(std::uint32_t many) {
    std::uint32_t at = 0;
    for (std::uint32_t i = 0; i < many; ++i) {
      const Range range = stretch(at);
      document_.entities.push_back({range.first, range.end, static_cast<EntityType>(below(7))});
    }
  }

  void add_attribution(std::uint32_t many) {
    std::uint32_t at = 0;
    for (std::uint32_t i = 0; i < many; ++i) {
      const Range range = stretch(at);
      AttributionSpan span;
      span.first_token = range.first;
      span.end_token = range.end;
      span.role = static_cast<Role>(below(3));
      span.layer = static_cast<std::uint8_t>(below(4) == 0 ? below(3) : 0);
      const std::uint32_t dice = below(8);
      span.link = dice == 0   ? kNone
                  : dice == 1 ? static_cast<std::uint32_t>(random_())
                  : dice < 4  ? below(many)
                              : i - std::min(i, below(5));
      document_.attribution.push_back(span);
    }
  }

  void add_references(std::uint32_t many) {
    std::uint32_t at = 0;
    for (std::uint32_t i = 0; i < many; ++i) {
      Reference reference;
      reference.token = wild_.is_ordered ? std::min(at += 1 + below(8), wild_.tokens)
                                         : below(wild_.tokens + 4);
      reference.type = static_cast<ReferentType>(below(3));
      const std::uint32_t dice = below(8);
      reference.antecedent = dice == 0   ? kNone
                             : dice == 1 ? static_cast<std::uint32_t>(random_())
                             : dice < 4  ? below(many)
                                         : i - std::min(i, below(6));
      document_.references.push_back(reference);
    }
  }

  std::mt19937 random_;
  Wildness wild_;
  Article article_;
  Document document_;
};

}  // namespace tacitus
