// What servers gave to tell whether a page has changed, in a small file.
#pragma once

#include <string>
#include <unordered_map>

namespace tacitus {

struct Validator {
  std::string etag, last_modified;  // as the server wrote them; empty if it gave none
};

// A line an address: address, ETag and Last-Modified with tabs between them; the last line of an
// address counts. Lines are added as pages are read, so that a run that is cut short loses none.
class Validators {
 public:
  // Without a path nothing is read or kept. A file that is not there yet is made.
  explicit Validators(std::string path);

  // Null if nothing is known of `url`.
  const Validator* find(const std::string& url) const;
  void put(const std::string& url, const Validator& validator);

 private:
  std::string path_;
  std::unordered_map<std::string, Validator> known_;
};

}  // namespace tacitus
