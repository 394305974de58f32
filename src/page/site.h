// Who publishes a page, chosen among the names that it gives.
#pragma once

#include <string>
#include <string_view>

namespace tacitus {

// "theguardian" of "https://www.theguardian.com/world"; empty for what is no web address.
std::string host_label(std::string_view url);

// The name in a line of copyright: "Example Post" of "© 2012-2025 Example Post. All rights
// reserved."; empty for other lines.
std::string copyright_holder(std::string_view line);

// A title cut at its last joint, as "Quay stays closed | Harbour Post" is; the back is empty
// where there is none.
struct TitleParts {
  std::string_view front, back;
};
TitleParts cut_title(std::string_view title);

class Site {
 public:
  // `url`: the page's own address, or empty.
  explicit Site(std::string_view url) : host_(host_label(url)) {}

  // Takes a name into account. Of those that agree with the address the first offered counts;
  // where none does, the one with the least doubt, of these again the first.
  void offer(std::string_view name, int doubt);

  // The name chosen; empty where none was offered that can be one.
  const std::string& name() const { return name_; }

  // True for a name that agrees with the page's address: "Connecticut Post" with ctpost.com.
  bool agrees(std::string_view name) const;

  // True for a name that is the site's to the letter.
  bool is_site(std::string_view name) const;

 private:
  std::string host_;
  std::string name_;
  int doubt_ = -1;  // of `name_`; 0 if it agrees with the address, -1 while there is none
};

}  // namespace tacitus
