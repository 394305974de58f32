// What a page says of its article for machines, in JSON-LD after schema.org.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

// Empty where nothing is said.
struct LinkedData {
  std::string headline, published, modified, publisher, url, language, body;
  std::string organization;  // the first that the page names beside its article
  std::vector<std::string> authors;
};

// Reads the contents of all such scripts of a page. Of several objects the one that is an article
// counts; scripts that are no JSON are passed over. Never fails.
LinkedData read_linked_data(const std::vector<std::string_view>& scripts);

}  // namespace tacitus
