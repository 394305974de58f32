// `tacitus model`: what is loaded and how well it reads.
#pragma once

#include "command.h"

namespace tacitus {

// Prints the model's card. Returns the exit status.
int show_model(const Command& command);

}  // namespace tacitus
