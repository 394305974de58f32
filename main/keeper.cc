#include "keeper.h"

namespace tacitus {
namespace {

// A batch is one transaction, which writes each page of the file once that its articles touch: four
// times as many articles cost half as many bytes. It is open for less than a second.
constexpr std::size_t kBatch = 1024;
constexpr std::size_t kBatchBytes = 8 << 20;  // of text
constexpr std::chrono::seconds kBatchTime{10};

}  // namespace

Result<std::unique_ptr<Keeper>> Keeper::open(const std::string& path) {
  Result<Archive> archive = Archive::open(path, Database::Mode::kWrite);
  if (!archive) return archive.error();
  return std::unique_ptr<Keeper>(new Keeper(std::move(archive).value()));
}

bool Keeper::has(std::uint64_t input) {
  const std::lock_guard guard(lock_);
  return archive_.has_input(input);
}

bool Keeper::keep(Entry entry) {
  const std::lock_guard guard(lock_);
  if (!trouble_.empty()) return false;
  const auto now = std::chrono::steady_clock::now();
  if (batch_.empty()) begun_ = now;
  batch_bytes_ += entry.record.article.text.size();
  batch_.push_back(std::move(entry));
  const bool is_full = batch_.size() >= kBatch || batch_bytes_ >= kBatchBytes || now - begun_ >= kBatchTime;
  return !is_full || write();
}

bool Keeper::finish() {
  const std::lock_guard guard(lock_);
  return trouble_.empty() && (batch_.empty() || write());
}

bool Keeper::write() {
  const Result<Added> added = archive_.add(batch_);
  batch_.clear();
  batch_bytes_ = 0;
  if (!added) {
    trouble_ = added.error().message;
    return false;
  }
  added_ += added.value().articles;
  known_ += added.value().known;
  return true;
}

std::string Keeper::summary() {
  return archive_.database().path() + ": " + std::to_string(added_) +
         (added_ == 1 ? " article" : " articles") + " added, " + std::to_string(known_) + " there before\n";
}

}  // namespace tacitus
