// A user's files of actors, read into one dictionary.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "read/actors/actor_dictionary.h"

namespace tacitus {

// Reads the files in their order, gzipped or not; of entries for one name the first counts.
// `complaints` gets a line for each of their lines that cannot be read, which changes nothing of the
// others. Errors: kNotFound, kIo, kBadInput for a damaged file, kLimit for one over 64 MiB.
Result<ActorDictionary> read_dictionaries(const std::vector<std::string>& paths,
                                          std::vector<std::string>& complaints);

}  // namespace tacitus
