// The language of a text.
#pragma once

#include <string>
#include <string_view>

namespace tacitus {

// BCP 47, by the words of `text`; empty where they do not tell it reliably.
std::string detect_language(std::string_view text);

// What the page says of itself, unless its text is reliably in another language.
std::string choose_language(std::string_view declared, std::string_view text);

}  // namespace tacitus
