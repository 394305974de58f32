// Counts words by topic.
#include "read/events/topics.h"

namespace tacitus {

EventTopics::EventTopics(const Reading& reading, const EventWords& words) {
  const std::vector<Sentence>& sentences = reading.document().sentences;
  using Counts = std::array<std::uint32_t, kTopics>;
  std::vector<Counts> counts(sentences.size(), Counts{});
  Counts all{};
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::uint32_t t = sentences[s].first_token; t < sentences[s].end_token; ++t) {
      if (!reading.is_noun(t) && reading.upos(t) != Upos::kSym && reading.upos(t) != Upos::kVerb) {
        continue;
      }
      const auto topic = static_cast<std::size_t>(words.topic(reading.plain(t)));
      if (topic == 0) continue;
      ++counts[s][topic];
      ++all[topic];
    }
  }
  topics_.assign(sentences.size(), Topic::kNone);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t topic = 1; topic < kTopics; ++topic) {
      const bool is_full = sentences.size() > 2 && all[topic] >= sentences.size();
      if (counts[s][topic] >= 2 || (is_full && counts[s][topic] >= 1)) {
        topics_[s] = static_cast<Topic>(topic);
        break;
      }
    }
  }
}

}  // namespace tacitus
