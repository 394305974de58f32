// The form of an archive's file, and how a file of an earlier form becomes one of this.
// docs/archive.md tells what the tables hold.
#pragma once

#include <span>

#include "store/database.h"

namespace tacitus {

// "TCIT": tells an archive from every other SQLite file.
constexpr std::int64_t kApplicationId = 0x54434954;

// Statements that bring a file from form i to form i + 1, in order; never changed once published.
std::span<const char* const> migrations();

// Looks whether the file is an archive of a form that `steps` reach; true where steps are still to
// be taken, and for an empty file. Errors: kBadInput for another program's file and for a form
// newer than the last step.
Result<bool> needs_migration(Database& database, std::span<const char* const> steps = migrations());

// Takes the steps that are missing, all or none. The database must be open for writing. Errors as
// above and what the database says. Returns the form before.
Result<int> migrate(Database& database, std::span<const char* const> steps = migrations());

}  // namespace tacitus
