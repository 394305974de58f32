#include "wire/walk.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "wire/scratch_test.h"

namespace tacitus {
namespace {

std::vector<std::string> walked(const std::string& folder, std::size_t most_names) {
  std::vector<std::string> out;
  Walk walk({folder}, most_names);
  while (const std::optional<Result<std::string>> path = walk.next()) {
    out.push_back(path->ok() ? path->value() : "error: " + path->error().message);
  }
  return out;
}

TEST(Walk, ListsLargeFoldersInOrderWithFewNamesInMemory) {
  const Scratch scratch;
  std::vector<std::string> expected;
  for (int i = 0; i < 500; ++i) {
    const std::string name = std::to_string(i * 7919 % 500);
    expected.push_back(scratch.write("f/" + name + (i % 50 == 0 ? "/inner" : ""), "x"));
  }
  // Folders stand where their own name comes.
  std::sort(expected.begin(), expected.end(), [](std::string a, std::string b) {
    const auto name = [](std::string& path) {
      if (path.ends_with("/inner")) path.resize(path.size() - 6);
      return path;
    };
    return name(a) < name(b);
  });
  for (const std::size_t most : {1, 2, 7, 499, 500, 10'000}) {
    EXPECT_EQ(walked(scratch.path("f"), most), expected) << most;
  }
}

TEST(Walk, SaysWhichFoldersHaveNoFiles) {
  const Scratch scratch;
  std::filesystem::create_directories(scratch.path("f/g/h"));
  EXPECT_EQ(walked(scratch.path("f"), 1),
            std::vector{"error: " + scratch.path("f") + ": no files in this folder"});
}

}  // namespace
}  // namespace tacitus
