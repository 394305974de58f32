// robots.txt, the Robots Exclusion Protocol of RFC 9309.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

class Robots {
 public:
  // Reads the rules for the program called `product` ("tacitus"), or those for all where it has
  // none of its own. At most the first 500 KiB count, as the standard allows.
  Robots(std::string_view text, std::string_view product);
  // Everything is allowed.
  Robots() = default;

  // Whether `path`, which has the query with it, may be fetched: what the longest rule that fits
  // says, and allowed where two are as long.
  bool allows(std::string_view path) const;

  // Seconds that the site asks to wait between two requests ("Crawl-delay", outside of the
  // standard, but often written).
  std::optional<double> delay() const { return delay_; }

 private:
  struct Rule {
    std::string pattern;
    bool allow;
  };
  std::vector<Rule> rules_;
  std::optional<double> delay_;
};

}  // namespace tacitus
