#include "api/dictionaries.h"

#include <memory>

#include "wire/input.h"

namespace tacitus {
namespace {

constexpr std::size_t kMostBytes = 64u << 20;  // of one file, unpacked

}  // namespace

Result<ActorDictionary> read_dictionaries(const std::vector<std::string>& paths,
                                          std::vector<std::string>& complaints) {
  ActorDictionary dictionary;
  for (const std::string& path : paths) {
    Result<std::unique_ptr<Input>> opened = Input::open(path);
    if (!opened) return opened.error();
    Input& input = *opened.value();
    if (input.fill(kMostBytes + 1)) {
      return Error{ErrorCode::kLimit, path + ": over 64 MiB, which no dictionary may have"};
    }
    if (input.trouble()) return *input.trouble();
    for (std::string& line : dictionary.add(input.window(), path)) {
      complaints.push_back(std::move(line));
    }
  }
  return dictionary;
}

}  // namespace tacitus
