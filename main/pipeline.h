// `tacitus read`: from the inputs to standard output, over as many threads as asked for.
#pragma once

#include "command.h"

namespace tacitus {

// Reads all inputs. Records or pages go to standard output in the order of the inputs, one line
// for each input that could not be read, or that had to be mended, to standard error. Memory does
// not grow with the number of articles. Returns the exit status.
int read_articles(const Command& command);

}  // namespace tacitus
