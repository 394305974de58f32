// Addresses on the web.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tacitus {

// True if a user who names this means a page or feed on the web, and no file.
bool is_url(std::string_view name);

struct Url {
  std::string whole;   // in normal form, without the fragment
  std::string origin;  // "https://wire.example:8080"
  std::string path;    // with the query
};

// None for what is no http or https address.
std::optional<Url> read_url(std::string_view text);

// What `text`, found in the document at `base`, leads to; none for no http or https address.
std::optional<Url> resolve_url(const Url& base, std::string_view text);

}  // namespace tacitus
