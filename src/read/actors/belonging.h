// To which of the countries that an article speaks of somebody belongs of whom it tells none. A small
// linear model weighs each of them by how the article speaks of it and by where he stands in it
// (knowledge/actors/belonging.tsv); where none is likelier than all else, he gets none.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "read/feature_space.h"

namespace tacitus {

// By what an article speaks of a country. The last is a name that the gazetteer alone knows.
enum class CountrySign : std::uint8_t { kName, kAdjective, kTown, kCapital, kState, kBody, kPerson, kPeople, kHint, kCount };

// Somebody whose country is asked for.
struct Asked {
  Span span;                   // of his first mention
  std::uint32_t sentence = 0;  // of it
  std::uint8_t kind = 0;       // see asked_kind
  std::uint8_t sector = 0;     // see asked_sector
  bool is_of_state = false;    // see is_of_state of latecomers.h
  bool speaks = false;
  bool is_loose = false;       // called by a word for those who may be of anywhere: "traders"
};

// A person, a group or a body; by name, as one whom the reader knows ("the minister"), or neither.
std::uint8_t asked_kind(bool is_person, bool is_group, bool is_named, bool is_definite);
// The number of the first sector among those that the features tell apart.
std::uint8_t asked_sector(const std::vector<std::string>& sectors);

// Weights by feature.
class BelongingWeights {
 public:
  // The table that is compiled in.
  static const BelongingWeights& builtin();
  // Parses a table: model <TAB> feature <TAB> weight. Errors: kBadInput, with file and line.
  static Result<BelongingWeights> parse(std::string_view text);

  float sum(std::span<const Feature> features) const { return sum_of(weights_, features); }

 private:
  std::vector<float> weights_;
};

// The names of the features.
const FeatureSpace& belonging_features();

class Belonging {
 public:
  // Notes that the article speaks of `country` at a byte of a sentence, and what that counts.
  void note(std::string_view country, CountrySign sign, std::uint32_t begin, std::uint32_t sentence,
            std::uint32_t points);
  void note_dateline(std::string_view country) { dateline_ = country; }
  // The country in whose money it counts, and whether it names firms of a form that they have there.
  void note_money(std::string_view country, bool has_firms) {
    money_ = country;
    has_firms_ = has_firms;
  }
  // What the bodies count that are of no one country.
  void note_nowhere(std::uint32_t points) { nowhere_ += points; }
  // Ends the notes. `paragraphs` has the paragraph of each sentence; the first `headlines` are headlines.
  void close(std::vector<std::uint32_t> paragraphs, std::uint32_t headlines);

  // The country of which the article speaks most; empty where it speaks of none.
  std::string_view most() const;
  // The country of somebody; empty where none is likely.
  std::string_view country_of(const Asked& asked, const BelongingWeights& weights = BelongingWeights::builtin());

  // For training: the countries that are weighed, and the features of each.
  struct Weighed {
    std::string_view country;
    std::vector<Feature> features;
  };
  std::vector<Weighed> weighed(const Asked& asked);

 private:
  static constexpr std::size_t kOfArticle = 21;  // groups of features
  struct Candidate {
    std::string country;
    std::uint32_t points = 0, first = 0xFFFFFFFF;  // byte
    std::array<std::uint32_t, static_cast<std::size_t>(CountrySign::kCount)> signs{};
    std::uint32_t sentences = 0, first_sentence = 0xFFFFFFFF, last_sentence = 0xFFFFFFFF;
    std::array<std::uint8_t, kOfArticle> values{};

    std::uint32_t count(CountrySign sign) const { return signs[static_cast<std::size_t>(sign)]; }
    std::uint32_t places() const;
  };
  struct Note {
    std::uint32_t begin = 0, sentence = 0;
    std::uint16_t candidate = 0;
    CountrySign sign = CountrySign::kName;
  };
  // What of a candidate stands around somebody.
  struct Around {
    bool here = false, in_paragraph = false, town_here = false;
  };
  struct Latest {
    const Note* any = nullptr;
    const Note* place = nullptr;
  };

  std::uint32_t find(std::string_view country);
  void count_sentences(std::uint32_t headlines);
  Latest look_around(const Asked& asked);
  void append_features(const Asked& asked, std::uint32_t candidate, const Latest& latest, std::vector<Feature>& out) const;
  std::uint32_t paragraph(std::uint32_t sentence) const { return sentence < paragraphs_.size() ? paragraphs_[sentence] : 0; }

  std::vector<Candidate> candidates_;
  std::vector<Note> notes_;  // in text order once closed
  std::vector<std::uint32_t> paragraphs_;
  std::string dateline_, money_;
  bool has_firms_ = false;
  std::uint32_t nowhere_ = 0;
  std::uint32_t lead_ = 0xFFFFFFFF, title_ = 0xFFFFFFFF;  // candidates that body and headline name first
  // Kept from call to call, so that they are not made anew.
  std::vector<Around> around_;
  std::uint32_t heres_ = 0, paragraphs_named_ = 0, towns_here_ = 0;  // candidates
  std::vector<Feature> features_;
  std::vector<float> sums_;
};

// For training: is told of everybody whose country is asked for.
using AskedWitness = std::function<void(const Asked&, Belonging&)>;

}  // namespace tacitus
