// News agencies by the names that credits and lines give them.
#pragma once

#include <string_view>

namespace tacitus {

// The agency that `text` names, and nothing else: "AP", "- Reuters", "(Xinhua)"; empty for
// anything else. As the table writes the name.
std::string_view agency_of(std::string_view text);

}  // namespace tacitus
