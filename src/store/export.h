// The archive in the forms of others.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/ask.h"
#include "store/database.h"

namespace tacitus {

enum class ExportForm {
  kCsv,     // statements, with a line of names
  kJsonl,   // records, as `tacitus read --json` writes them
  kPlover,  // events with the columns of POLECAT's files, tab-separated, with a line of names
  kGdelt,   // events with the 61 columns of GDELT 2.0's event files, tab-separated, without names
};

std::optional<ExportForm> export_form(std::string_view name);

// Hands the export out in pieces, each whole lines, until `take` returns false. Of the question
// since and until count, on the day of the article (records), statement or event. What is not known
// stays empty. Errors: what the database says.
Result<bool> export_archive(Database& archive, ExportForm form, const Question& question,
                            const std::function<bool(std::string_view)>& take);

// A copy of the whole archive as one SQLite file, made while others go on. Errors: kIo where the
// file is there or cannot be written.
Result<bool> copy_archive(Database& archive, const std::string& path);

}  // namespace tacitus
