// Addresses inside a text: URLs, e-mail addresses, names of hosts.
#pragma once

#include <cstdint>
#include <string_view>

namespace tacitus {

// False where `chunk`, characters without whitespace, surely holds no address; cheap.
bool may_hold_web(std::string_view chunk);

// The length in bytes of the URL or e-mail address at the very start of `chunk`; 0 for none.
// Punctuation that closes a sentence or bracket around the address is not part of it.
std::uint32_t web_length(std::string_view chunk);

}  // namespace tacitus
