#include "model/labels.h"

#include <algorithm>
#include <limits>

namespace tacitus {
namespace {

constexpr float kLow = std::numeric_limits<float>::lowest();

}  // namespace

std::uint8_t best_of(const float* scores, std::size_t n) {
  return static_cast<std::uint8_t>(std::max_element(scores, scores + n) - scores);
}

void best_entities(const Scores& scores, std::size_t first, std::size_t column, std::size_t n,
                   std::size_t types, std::uint8_t* labels, LabelRoom& room) {
  // Between two tokens either no entity is open, or one of some type is. `now` holds the best
  // score with none open, then with each type open; `back` the label that led there.
  const std::size_t states = 1 + types;
  room.now.assign(states, kLow);
  room.next.resize(states);
  room.back.resize(n * states);
  room.now[0] = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const float* const score = scores.row(first + i, column);
    const std::vector<float>& now = room.now;
    std::uint8_t* const back = room.back.data() + i * states;
    room.next[0] = now[0] + score[0];
    back[0] = 0;
    for (std::size_t t = 0; t < types; ++t) {
      const auto begin = static_cast<std::uint8_t>(1 + 4 * t);
      const float opened = now[0] + score[begin], kept = now[1 + t] + score[begin + 1];
      const float closed = now[1 + t] + score[begin + 2], single = now[0] + score[begin + 3];
      room.next[1 + t] = std::max(opened, kept);
      back[1 + t] = kept > opened ? begin + 1 : begin;
      if (closed > room.next[0]) {
        room.next[0] = closed;
        back[0] = begin + 2;
      }
      if (single > room.next[0]) {
        room.next[0] = single;
        back[0] = begin + 3;
      }
    }
    std::swap(room.now, room.next);
  }
  std::size_t state = 0;
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = room.back[i * states + state];
    // E and I go on with what was open before; O, B and S come after nothing open.
    const std::size_t part = labels[i] == 0 ? 0 : (labels[i] - 1) % 4;
    state = part == 1 || part == 2 ? 1 + (labels[i] - 1u) / 4 : 0;
  }
}

void best_chain(const Scores& scores, std::size_t first, std::size_t column, std::size_t n,
                const Chain& chain, std::uint8_t* labels, LabelRoom& room) {
  const std::size_t count = chain.start.size();
  room.now.resize(count);
  room.next.resize(count);
  room.back.resize(n * count);
  for (std::size_t l = 0; l < count; ++l) {
    room.now[l] = chain.start[l] + scores.row(first, column)[l];
  }
  for (std::size_t i = 1; i < n; ++i) {
    const float* const score = scores.row(first + i, column);
    for (std::size_t to = 0; to < count; ++to) {
      std::size_t best = 0;
      float most = room.now[0] + chain.transition[to];
      for (std::size_t from = 1; from < count; ++from) {
        const float value = room.now[from] + chain.transition[from * count + to];
        if (value > most) {
          most = value;
          best = from;
        }
      }
      room.next[to] = most + score[to];
      room.back[i * count + to] = static_cast<std::uint8_t>(best);
    }
    std::swap(room.now, room.next);
  }
  for (std::size_t l = 0; l < count; ++l) room.now[l] += chain.end[l];
  std::uint8_t label = best_of(room.now.data(), count);
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = label;
    if (i > 0) label = room.back[i * count + label];
  }
}

void append_entities(const std::uint8_t* labels, std::size_t n, std::uint32_t first,
                     const std::vector<EntityType>& types, std::vector<Entity>& entities) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (labels[i] == 0) continue;
    const std::size_t part = (labels[i] - 1) % 4;
    if (part == 0 || part == 3) begin = i;
    if (part == 2 || part == 3) {
      entities.push_back({first + static_cast<std::uint32_t>(begin),
                          first + static_cast<std::uint32_t>(i + 1), types[(labels[i] - 1u) / 4]});
    }
  }
}

void append_spans(const std::uint8_t* labels, std::size_t n, std::uint32_t first,
                  std::uint8_t layer, std::vector<AttributionSpan>& spans) {
  for (std::size_t i = 0; i < n;) {
    if (labels[i] == 0) {
      ++i;
      continue;
    }
    const std::size_t role = (labels[i] - 1u) / 2, begin = i++;
    while (i < n && labels[i] == 2 * role + 2) ++i;
    spans.push_back({first + static_cast<std::uint32_t>(begin),
                     first + static_cast<std::uint32_t>(i), static_cast<Role>(role), layer, kNone, 0});
  }
}

}  // namespace tacitus
