// Counts words by topic.
#include "read/events/topics.h"

#include <string_view>

namespace tacitus {
namespace {

// A number of a score: "2", "103".
bool is_small(std::string_view word) {
  if (word.empty() || word.size() > 3) return false;
  for (const char c : word) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

// "2-0" at a token, in one or in three; not a span of days ("April 29-30").
bool is_score(const Reading& reading, std::uint32_t token, const Sentence& sentence) {
  if (token > sentence.first_token && reading.upos(token - 1) == Upos::kPropn &&
      reading.deprel(token) == Deprel::kFlat) {
    return false;
  }
  const std::string_view word = reading.plain(token);
  const std::size_t dash = word.find('-');
  if (dash != word.npos) return is_small(word.substr(0, dash)) && is_small(word.substr(dash + 1));
  return token + 2 < sentence.end_token && is_small(word) && is_small(reading.plain(token + 2)) &&
         (reading.plain(token + 1) == "-" || reading.plain(token + 1) == "\u2013");
}

}  // namespace

EventTopics::EventTopics(const Reading& reading, const EventWords& words) {
  const std::vector<Sentence>& sentences = reading.document().sentences;
  // Of a sentence it matters whether a topic has two words; a book has many sentences.
  constexpr std::uint8_t kMost = 250;
  using Counts = std::array<std::uint8_t, kTopics>;
  std::vector<Counts> counts(sentences.size(), Counts{});
  std::array<std::uint32_t, kTopics> all{};
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    bool has_score = false;
    for (std::uint32_t t = sentences[s].first_token; t < sentences[s].end_token; ++t) {
      has_score = has_score || is_score(reading, t, sentences[s]);
      if (!reading.is_noun(t) && reading.upos(t) != Upos::kSym && reading.upos(t) != Upos::kVerb) {
        continue;
      }
      const auto topic = static_cast<std::size_t>(words.topic(reading.plain(t)));
      if (topic == 0) continue;
      counts[s][topic] += counts[s][topic] < kMost;
      ++all[topic];
    }
    // "beat Norland 2-0" tells of a match though no other word does.
    if (has_score && counts[s][static_cast<std::size_t>(Topic::kResult)] > 0) {
      counts[s][static_cast<std::size_t>(Topic::kSport)] += 2;
    }
  }
  topics_.assign(sentences.size(), Topic::kNone);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t topic = 1; topic < static_cast<std::size_t>(Topic::kResult); ++topic) {
      const bool is_full = sentences.size() > 2 && all[topic] >= sentences.size();
      if (counts[s][topic] >= 2 || (is_full && counts[s][topic] >= 1)) {
        topics_[s] = static_cast<Topic>(topic);
        break;
      }
    }
  }
}

}  // namespace tacitus
