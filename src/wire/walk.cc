// Depth first, with the names of the folders on the way down in memory and no others.
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

// Lists a folder and makes it the current one; one that was entered before is passed over.
std::optional<Error> Walk::enter(const std::string& path) {
  const auto trouble = [&path] {
    return Error{ErrorCode::kIo, path + ": cannot be listed: " + std::strerror(errno)};
  };
  DIR* const folder = ::opendir(path.c_str());
  if (folder == nullptr) return trouble();
  struct stat status;
  if (::fstat(::dirfd(folder), &status) != 0 ||
      !entered_.emplace(status.st_dev, status.st_ino).second) {
    ::closedir(folder);
    return {};
  }
  Folder entry{path, {}};
  errno = 0;
  while (const dirent* one = ::readdir(folder)) {
    if (one->d_name[0] != '.') entry.names.emplace_back(one->d_name);
  }
  const bool complete = errno == 0;
  std::optional<Error> error;
  if (!complete) error = trouble();
  ::closedir(folder);
  std::sort(entry.names.begin(), entry.names.end(), std::greater<>());
  open_.push_back(std::move(entry));
  return error;
}

std::optional<Result<std::string>> Walk::next() {
  while (true) {
    std::string path;
    struct stat status;
    const bool inside = !open_.empty();
    if (inside) {
      Folder& folder = open_.back();
      if (folder.names.empty()) {
        open_.pop_back();
        if (open_.empty() && !found_) {
          return Error{ErrorCode::kBadInput, named_ + ": no files in this folder"};
        }
        continue;
      }
      path = join(folder.path, folder.names.back());
      folder.names.pop_back();
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
