#include "model_file.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace tacitus {
namespace {

namespace fs = std::filesystem;

// The file of that name in the first folder that has it; empty if none has.
std::string find_file(const char* name) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path places[] = {program, program / "../models", program / "../share/tacitus",
                             TACITUS_INSTALLED_MODELS, TACITUS_SOURCE_MODELS};
  for (const fs::path& place : places) {
    const fs::path file = place / name;
    if (fs::is_regular_file(file, error)) return file.lexically_normal().string();
  }
  return {};
}

}  // namespace

Result<std::string> find_model(const std::string& asked) {
  if (!asked.empty()) return asked;
  if (const char* named = std::getenv("TACITUS_MODEL"); named && *named) return std::string(named);

  if (std::string file = find_file("tacitus.model"); !file.empty()) return file;
  return Error{ErrorCode::kBadModel,
               "no weights found: name the file tacitus.model with --model or TACITUS_MODEL; the "
               "project's source has it under models/"};
}

std::string find_gazetteer(const std::string& model) {
  std::error_code error;
  const fs::path beside = fs::path(model).parent_path() / "places.gazetteer";
  if (fs::is_regular_file(beside, error)) return beside.string();
  return find_file("places.gazetteer");
}

}  // namespace tacitus
