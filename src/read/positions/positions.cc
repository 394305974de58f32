// The door of the room for positions.
#include "read/positions/positions.h"

#include "read/positions/finder.h"

namespace tacitus {

void find_positions(const Reading& reading, const Times& times, Record& record, const PositionOptions& options) {
  PositionFinder(reading, times, options, record).run();
}

}  // namespace tacitus
