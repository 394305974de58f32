// What arrives over HTTP, or was kept from there, as an item.
#pragma once

#include <optional>
#include <string_view>

#include "wire/fields.h"
#include "wire/item.h"

namespace tacitus {

// The form of a body by its media type, or by its bytes where no type is named; none for what is
// neither a page nor a text.
std::optional<Form> form_of(const MediaType& type, std::string_view body);

// True for files about a site that are texts, but none to read: robots.txt and its like.
bool is_site_file(std::string_view url);

}  // namespace tacitus
