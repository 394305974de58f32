// Depth first. Of a folder with more names than are kept the smallest ones are picked in one pass
// over it, then the smallest of those behind them, and so on.
#include "wire/walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "wire/url.h"

namespace tacitus {
namespace {

std::string join(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + '/' + name;
}

}  // namespace

// Makes a folder the current one; one that was entered before is passed over.
std::optional<Error> Walk::enter(const std::string& path) {
  Folder folder;
  folder.path = path;
  std::optional<Error> error = list(folder, true);
  if (!folder.names.empty() || !error) open_.push_back(std::move(folder));
  return error;
}

// Fills `folder` with the names that come next in it.
std::optional<Error> Walk::list(Folder& folder, bool entering) {
  const auto trouble = [&folder] {
    return Error{ErrorCode::kIo, folder.path + ": cannot be listed: " + std::strerror(errno)};
  };
  folder.complete = true;
  DIR* const opened = ::opendir(folder.path.c_str());
  if (opened == nullptr) return trouble();
  struct stat status;
  if (entering && (::fstat(::dirfd(opened), &status) != 0 ||
                   !entered_.emplace(status.st_dev, status.st_ino).second)) {
    ::closedir(opened);
    return {};
  }
  std::vector<std::string>& names = folder.names;  // a heap with the greatest name on top
  errno = 0;
  while (const dirent* one = ::readdir(opened)) {
    const std::string_view name = one->d_name;
    if (name.starts_with('.') || (!entering && name <= folder.last)) continue;
    if (names.size() == most_names_) {
      folder.complete = false;
      if (name >= names.front()) continue;
      std::pop_heap(names.begin(), names.end());
      names.pop_back();
    }
    names.emplace_back(name);
    std::push_heap(names.begin(), names.end());
  }
  std::optional<Error> error;
  if (errno != 0) error = trouble();
  ::closedir(opened);
  std::sort_heap(names.begin(), names.end());
  std::reverse(names.begin(), names.end());
  return error;
}

std::optional<Result<std::string>> Walk::next() {
  while (true) {
    std::string path;
    struct stat status;
    const bool inside = !open_.empty();
    if (inside) {
      Folder& folder = open_.back();
      if (folder.names.empty() && !folder.complete) {
        if (std::optional<Error> error = list(folder, false)) return *std::move(error);
        continue;
      }
      if (folder.names.empty()) {
        open_.pop_back();
        if (open_.empty() && !found_) {
          return Error{ErrorCode::kBadInput, named_ + ": no files in this folder"};
        }
        continue;
      }
      folder.last = std::move(folder.names.back());
      folder.names.pop_back();
      path = join(folder.path, folder.last);
    } else {
      if (at_ == inputs_.size()) return std::nullopt;
      path = inputs_[at_++];
      if (path == "-" || is_url(path)) return path;
    }
    // What is not there is handed on, for whoever opens it to say so.
    if (::stat(path.c_str(), &status) != 0) {
      found_ = true;
      return path;
    }
    if (!S_ISDIR(status.st_mode)) {
      // Pipes and devices are read when they are named, not when they lie in a folder.
      if (inside && !S_ISREG(status.st_mode)) continue;
      found_ = true;
      return path;
    }
    if (!inside) {
      named_ = path;
      found_ = false;
      entered_.clear();
    }
    if (std::optional<Error> error = enter(path)) {
      found_ = true;
      return *std::move(error);
    }
  }
}

}  // namespace tacitus
