#include "model_file.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace tacitus {

Result<std::string> find_model(const std::string& asked) {
  namespace fs = std::filesystem;
  if (!asked.empty()) return asked;
  if (const char* named = std::getenv("TACITUS_MODEL"); named && *named) return std::string(named);

  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path places[] = {program, program / "../models", program / "../share/tacitus",
                             TACITUS_INSTALLED_MODELS, TACITUS_SOURCE_MODELS};
  for (const fs::path& place : places) {
    const fs::path file = place / "tacitus.model";
    if (fs::is_regular_file(file, error)) return file.lexically_normal().string();
  }
  return Error{ErrorCode::kBadModel,
               "no weights found: name the file tacitus.model with --model or TACITUS_MODEL; the "
               "project's source has it under models/"};
}

}  // namespace tacitus
