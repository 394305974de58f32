// For tests: the times of a text whose tree is made by simple rules, so that tests need no model.
//
// Every token hangs from the first verb of its sentence. Verbs, auxiliaries, adverbs and adjectives
// are those listed below; other words are nouns, figures numbers.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/made_document.h"
#include "read/times/times.h"
#include "text/tokens.h"

namespace tacitus {

class MadeTimes {
 public:
  // `sentences` are joined with spaces. `published` may be empty. `entities` are words of the text
  // that the model takes for names.
  struct Name {
    std::string_view words;
    EntityType type;
  };
  MadeTimes(const std::vector<std::string>& sentences, std::string_view published,
            const std::vector<Name>& names = {}) {
    for (const std::string& sentence : sentences) {
      if (!text_.empty()) text_ += ' ';
      const auto begin = static_cast<std::uint32_t>(text_.size());
      text_ += sentence;
      ends_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
    }
    document_.text = text_;
    for (const Span span : ends_) add_sentence(span);
    for (const Name& name : names) add_name(name);
    reading_ = std::make_unique<Reading>(text_, document_, made_names(), Knowledge::builtin());
    const auto date = published.empty() ? std::nullopt : std::optional(std::string(published));
    times_ = std::make_unique<Times>(*reading_, date, 0, TimeGrammar::builtin());
  }

  const std::string& text() const { return text_; }
  const Document& document() const { return document_; }
  const Times& times() const { return *times_; }

  std::string_view words(const Time& time) const { return time.span.in(text_); }
  // "value" or "-", a slash and the mod where there is one.
  static std::string shown(const Time& time) {
    return time.value.value_or("-") + (time.mod ? "/" + *time.mod : "");
  }
  // The time of these words, as shown; "none" where they are no time.
  std::string value_of(std::string_view words) const {
    for (const Time& time : times_->all()) {
      if (this->words(time) == words) return shown(time);
    }
    return "none";
  }
  std::uint32_t token(std::string_view word) const {
    for (std::uint32_t t = 0; t < reading_->size(); ++t) {
      if (reading_->word(t) == word) return t;
    }
    return kNone;
  }

 private:
  static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  static std::string_view upos_of(std::string_view word, Shape shape) {
    if (shape == Shape::kPunctuation) return "PUNCT";
    if (shape == Shape::kNumber) return "NUM";
    if (is_one_of(word, {"met", "meet", "meets", "said", "left", "rose", "fell", "march"})) {
      return "VERB";
    }
    if (is_one_of(word, {"will", "may", "was", "has"})) return "AUX";
    if (is_one_of(word, {"now", "Now", "recently", "currently", "soon", "daily"})) return "ADV";
    if (is_one_of(word, {"current", "recent", "annual", "weekly"})) return "ADJ";
    if (is_one_of(word, {"on", "in", "at", "of", "by", "since", "until", "for"})) return "ADP";
    if (word == "to") return "PART";
    return "NOUN";
  }

  void add_sentence(Span span) {
    const auto first = static_cast<std::uint32_t>(document_.tokens.size());
    tokenize(text_, span, document_.tokens);
    const auto end = static_cast<std::uint32_t>(document_.tokens.size());
    if (first == end) return;
    std::uint32_t verb = kNone;
    for (std::uint32_t t = first; t < end; ++t) {
      Token& token = document_.tokens[t];
      const std::string_view upos = upos_of(token.span.in(text_), token.shape);
      token.upos = made_index(made_upos(), std::string(upos));
      const char* deprel = upos == "AUX" ? "aux" : upos == "PART" ? "mark" : "obl";
      token.deprel = made_index(made_deprels(), deprel);
      if (verb == kNone && upos == "VERB") verb = t;
    }
    for (std::uint32_t t = first; t < end; ++t) {
      document_.tokens[t].head = t == verb ? kNone : verb;
    }
    Sentence sentence;
    sentence.first_token = first;
    sentence.end_token = end;
    sentence.span = document_.token_range(first, end);
    document_.sentences.push_back(sentence);
  }

  void add_name(const Name& name) {
    const std::size_t at = text_.find(name.words);
    Entity entity;
    entity.type = name.type;
    entity.first_token = entity.end_token = kNone;
    for (std::uint32_t t = 0; t < document_.tokens.size(); ++t) {
      const Span span = document_.tokens[t].span;
      if (span.begin < at || span.end > at + name.words.size()) continue;
      entity.first_token = std::min(entity.first_token, t);
      entity.end_token = t + 1;
    }
    if (entity.first_token != kNone) document_.entities.push_back(entity);
  }

  std::string text_;
  std::vector<Span> ends_;
  Document document_;
  std::unique_ptr<Reading> reading_;
  std::unique_ptr<Times> times_;
};

}  // namespace tacitus
