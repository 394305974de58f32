#include "store/export.h"

#include <filesystem>

#include "record/json.h"
#include "store/event_files.h"
#include "store/find.h"
#include "store/load.h"
#include "store/statements.h"

namespace tacitus {
namespace {

constexpr std::size_t kPiece = 1 << 16;  // bytes that are handed out at once

using Take = std::function<bool(std::string_view)>;

// Fields that hold no tab, so that none needs quotation marks.
void append_line(const std::vector<std::string>& fields, std::string& out) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += '\t';
    for (const char c : fields[i]) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }
  out += '\n';
}

void export_events(Database& archive, bool polecat, const Question& question, const Take& take) {
  std::string out;
  if (polecat) {
    const std::vector<std::string_view> names = polecat_columns();
    append_line({names.begin(), names.end()}, out);
  }
  Query row(archive, kEventRows + day_bounds(question, "d.day") + " ORDER BY d.daily_event");
  bind_days(question, row.start());
  while (row.step()) {
    append_line(polecat ? polecat_row(row) : gdelt_row(row), out);
    if (out.size() < kPiece) continue;
    if (!take(out)) return;
    out.clear();
  }
  take(out);
}

void export_statements(Database& archive, const Question& question, const Take& take) {
  Answer answer{statement_columns(), {}};
  std::string out = answer_csv(answer);
  Query number(archive, "SELECT statement FROM statements WHERE 1" + day_bounds(question, "day") +
                        " ORDER BY statement");
  StatementRows rows(archive);
  bind_days(question, number.start());
  while (number.step()) {
    answer.rows.assign(1, {});
    if (!rows.append(number.number_at(0), answer.rows[0])) continue;
    out += answer_csv(answer, ',', false);
    if (out.size() < kPiece) continue;
    if (!take(out)) return;
    out.clear();
  }
  take(out);
}

Result<bool> export_records(Database& archive, const Question& question, const Take& take) {
  Query number(archive, "SELECT article FROM articles WHERE 1" + day_bounds(question, "day") +
                        " ORDER BY article");
  RecordLoader loader(archive);
  bind_days(question, number.start());
  std::string out;
  while (number.step()) {
    const Result<Record> record = loader.load(number.number_at(0));
    if (!record) return record.error();
    append_json(record.value(), out);
    if (out.size() < kPiece) continue;
    if (!take(out)) return true;
    out.clear();
  }
  take(out);
  return true;
}

}  // namespace

std::optional<ExportForm> export_form(std::string_view name) {
  if (name == "csv") return ExportForm::kCsv;
  if (name == "jsonl") return ExportForm::kJsonl;
  if (name == "plover") return ExportForm::kPlover;
  if (name == "gdelt") return ExportForm::kGdelt;
  return std::nullopt;
}

Result<bool> export_archive(Database& archive, ExportForm form, const Question& question,
                            const Take& take) {
  Result<bool> done = true;
  switch (form) {
    case ExportForm::kCsv: export_statements(archive, question, take); break;
    case ExportForm::kJsonl: done = export_records(archive, question, take); break;
    case ExportForm::kPlover: export_events(archive, true, question, take); break;
    case ExportForm::kGdelt: export_events(archive, false, question, take); break;
  }
  if (done && !archive.works()) return archive.trouble();
  return done;
}

Result<bool> copy_archive(Database& archive, const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    return Error{ErrorCode::kIo, path + ": is there already; a copy is made to a new file"};
  }
  archive.run("PRAGMA query_only = 0");  // which forbids writing to other files too
  Query copy(archive, "VACUUM INTO ?");
  if (!copy.start().text(path).run()) {
    const Error error = archive.trouble();
    std::filesystem::remove(path, ignored);
    return Error{error.code, path + ": the copy failed; " + error.message};
  }
  return true;
}

}  // namespace tacitus
