// The files that the named inputs stand for, one at a time.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace tacitus {

// Goes through files, "-", addresses and folders. A folder stands for the files below it in order
// of their names, without hidden ones; it is entered once, so that links that lead back do no
// harm. Of each folder on the way down at most `most_names` names are in memory: a larger folder
// is listed again for the next of them. Of every folder passed its number in the file system is
// kept, of files nothing.
class Walk {
 public:
  static constexpr std::size_t kMostNames = 1 << 17;

  explicit Walk(std::vector<std::string> inputs, std::size_t most_names = kMostNames)
      : inputs_(std::move(inputs)), most_names_(most_names) {}

  // The path of the next file, or of an input that is not there; an error for a folder that
  // cannot be listed or has no files; none at the end.
  std::optional<Result<std::string>> next();

 private:
  struct Folder {
    std::string path;
    std::vector<std::string> names;  // sorted backwards: the next one is the last
    std::string last;                // the last name that was taken
    bool complete = true;            // no names are left behind those in `names`
  };
  std::optional<Error> enter(const std::string& path);
  std::optional<Error> list(Folder& folder, bool entering);

  std::vector<std::string> inputs_;
  std::size_t most_names_;
  std::size_t at_ = 0;           // the next of inputs_
  std::vector<Folder> open_;     // from the named folder down to the current one
  std::string named_;            // the named folder
  bool found_ = false;           // a file below it, or trouble that was told
  std::set<std::pair<unsigned long long, unsigned long long>> entered_;  // device and inode
};

}  // namespace tacitus
