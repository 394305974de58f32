// A record out of its line of JSON (docs/record.md), for programs that need many records at once.
#pragma once

#include <nlohmann/json.hpp>

#include "read/record.h"

namespace tacitus {

// The line must be one that append_json wrote; throws what nlohmann::json throws where it is not.
Record record_of_json(const nlohmann::json& json);

}  // namespace tacitus
