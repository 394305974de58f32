// Talk that borrows words from politics: sentences about sport, markets and the weather.
#pragma once

#include <cstdint>
#include <vector>

#include "read/events/words.h"
#include "read/reading.h"

namespace tacitus {

class EventTopics {
 public:
  EventTopics(const Reading& reading, const EventWords& words);

  // What a sentence is about, if it is one of these: two of its words tell, or one where the
  // article is full of them.
  Topic of(std::uint32_t sentence) const { return topics_[sentence]; }

 private:
  std::vector<Topic> topics_;
};

}  // namespace tacitus
