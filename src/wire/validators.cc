// Lost or damaged lines cost no more than fetching a page once again.
#include "wire/validators.h"

#include <algorithm>
#include <fstream>

namespace tacitus {
namespace {

std::string one_field(std::string text) {
  std::replace_if(text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  return text;
}

}  // namespace

Validators::Validators(std::string path) : path_(std::move(path)) {
  if (path_.empty()) return;
  std::ifstream file(path_, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = first == line.npos ? first : line.find('\t', first + 1);
    if (second == line.npos) continue;
    known_[line.substr(0, first)] = {line.substr(first + 1, second - first - 1), line.substr(second + 1)};
  }
}

const Validator* Validators::find(const std::string& url) const {
  const auto found = known_.find(url);
  return found == known_.end() ? nullptr : &found->second;
}

void Validators::put(const std::string& url, const Validator& validator) {
  if (path_.empty() || (validator.etag.empty() && validator.last_modified.empty())) return;
  Validator& known = known_[url];
  const Validator clean{one_field(validator.etag), one_field(validator.last_modified)};
  if (known.etag == clean.etag && known.last_modified == clean.last_modified) return;
  known = clean;
  std::ofstream file(path_, std::ios::binary | std::ios::app);
  file << one_field(url) << '\t' << known.etag << '\t' << known.last_modified << '\n';
}

}  // namespace tacitus
