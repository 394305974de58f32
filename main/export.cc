#include <unistd.h>

#include "archive_verbs.h"
#include "output.h"
#include "store/archive.h"
#include "store/export.h"
#include "terminal.h"

namespace tacitus {

int export_records(const Command& command) {
  Result<Archive> archive = Archive::open(find_archive(command.db), Database::Mode::kRead);
  if (!archive) return complain(archive.error().message), 1;
  Database& database = archive.value().database();
  const std::optional<ExportForm> form = export_form(command.export_to);
  Output output(STDOUT_FILENO);
  const Result<bool> done =
      form ? export_archive(database, *form, command.question,
                            [&](std::string_view piece) { return output.write(piece); })
           : copy_archive(database, command.output);
  if (!done) return complain(done.error().message), 1;
  if (output.works() || output.reader_left()) return 0;
  complain("standard output: " + output.trouble());
  return 1;
}

}  // namespace tacitus
