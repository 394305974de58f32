// Threads over articles. Each takes the next item when there is room, reads it and hands it in;
// whoever hands in the one that is due writes it and all that wait behind it. So order is kept,
// and at most kWindow articles a thread are in memory.
#include "pipeline.h"

#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <new>
#include <thread>

#include "api/dictionaries.h"
#include "api/engine.h"
#include "keeper.h"
#include "model_file.h"
#include "output.h"
#include "progress.h"
#include "record/json.h"
#include "record/page.h"
#include "terminal.h"
#include "timing.h"
#include "wire/stream.h"

namespace tacitus {
namespace {

constexpr std::uint64_t kWindow = 4;
constexpr std::size_t kWidestPage = 100;  // columns; longer lines are hard to read

std::uint64_t count_words(std::string_view text) {
  std::uint64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

StreamOptions stream_options(const Command& command) {
  StreamOptions options;
  options.from = from_name(command.from).value_or(From::kAuto);
  options.follow = command.follow;
  options.fetch.cache = command.cache;
  return options;
}

class Pipeline {
 public:
  // `keeper` brings records into the archive; null where there is none.
  Pipeline(const Engine& engine, const Command& command, const EventOptions& events, Keeper* keeper)
      : engine_(engine), events_(events), json_(command.json), tells_timing_(command.timing),
        keeper_(keeper),
        stream_(command.inputs, stream_options(command)),
        threads_(command.threads > 0 ? command.threads
                                     : std::max(1u, std::thread::hardware_concurrency())),
        output_(STDOUT_FILENO), progress_(STDERR_FILENO),
        output_is_terminal_(isatty(STDOUT_FILENO) == 1) {
    layout_.width = std::min(terminal_columns(STDOUT_FILENO), kWidestPage);
    layout_.colour = wants_colour(STDOUT_FILENO);
    if (!command.published.empty()) options_.published = command.published;
    options_.origin = command.origin;
    options_.max_seconds = command.time_limit;
  }

  int run() {
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads_; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& thread : others) thread.join();
    if (keeper_ && !keeper_->finish()) failed_ = true;
    progress_.clear();
    if (tells_timing_) print_timing();
    if (keeper_ && !keeper_->trouble().empty()) complain(keeper_->trouble());
    else if (keeper_ && !json_) output_.write(keeper_->summary());
    if (output_.works()) return failed_ ? 1 : 0;
    if (output_.reader_left()) return 0;
    complain("standard output: " + output_.trouble());
    return 1;
  }

 private:
  struct Job {
    std::uint64_t number;
    Result<Item> item;
    std::uint64_t bytes_read, bytes_total;  // of the input, with this item; for the bar
  };
  struct Finished {
    std::string text;
    std::vector<std::string> complaints;
    bool failed = false;
    double record_seconds = 0;
    std::optional<Entry> entry;  // for the archive
    Done done;  // words of this article, bytes of the input so far
  };

  void work() {
    std::optional<Engine::Desk> desk;  // made when there is something to read
    while (std::optional<Job> job = take()) {
      if (!desk) desk.emplace(engine_);
      Finished finished = read(std::move(job->item), *desk);
      finished.done.bytes = job->bytes_read;
      finished.done.bytes_total = job->bytes_total;
      hand_in(job->number, std::move(finished));
    }
    const std::lock_guard out(out_lock_);
    if (desk) timing_.add(desk->timing());
  }

  // The next item, once there is room for one more; none at the end or when nobody reads on.
  std::optional<Job> take() {
    const std::lock_guard in(in_lock_);
    {
      std::unique_lock out(out_lock_);
      has_room_.wait(out, [&] { return taken_ - written_ < kWindow * threads_ || stopped_; });
      if (stopped_) return std::nullopt;
    }
    if (ended_) return std::nullopt;
    Stopwatch watch;
    std::optional<Result<Item>> item = stream_.next();
    wire_seconds_ += watch.lap();
    if (!item) {
      ended_ = true;
      return std::nullopt;
    }
    return Job{taken_++, std::move(*item), stream_.bytes_read(),
               progress_.is_long() ? stream_.bytes_total() : 0};
  }

  Finished read(Result<Item> item, Engine::Desk& desk) {
    Finished finished;
    const auto fail = [&](std::string why) {
      finished.failed = true;
      finished.complaints.push_back(std::move(why));
    };
    if (!item) {
      fail(item.error().message);
      return finished;
    }
    const std::string id = item.value().id;
    std::uint64_t input = 0;
    if (keeper_) {
      input = input_hash(item.value(), options_.published);
      if (!json_ && keeper_->has(input)) return keeper_->skip(), finished;
    }
    try {
      Meanings meanings;
      Result<Record> record = engine_.read(std::move(item).value(), desk, options_, events_,
                                           keeper_ ? &meanings : nullptr);
      if (!record) {
        fail(record.error().message);
        return finished;
      }
      const Article& article = record.value().article;
      for (const std::string& note : article.notes) finished.complaints.push_back(id + ": " + note);
      finished.done.words = count_words(article.text);
      Stopwatch watch;
      if (json_) append_json(record.value(), finished.text);
      else if (!keeper_) append_page(record.value(), layout_, finished.text);
      finished.record_seconds = watch.lap();
      if (keeper_) finished.entry = Entry{std::move(record).value(), input, std::move(meanings)};
    } catch (const std::bad_alloc&) {
      finished.text.clear();
      fail(id + ": there is not enough memory to read it");
    }
    return finished;
  }

  void hand_in(std::uint64_t number, Finished finished) {
    const std::lock_guard out(out_lock_);
    waiting_.emplace(number, std::move(finished));
    while (!stopped_ && !waiting_.empty() && waiting_.begin()->first == written_) {
      write(waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      ++written_;
    }
    has_room_.notify_all();
  }

  void write(Finished& finished) {
    if (output_is_terminal_ || !finished.complaints.empty()) progress_.clear();
    for (const std::string& complaint : finished.complaints) complain(complaint);
    failed_ = failed_ || finished.failed;
    if (!finished.text.empty()) {
      if (!json_ && !is_first_page_) output_.write(rule());
      is_first_page_ = false;
      stopped_ = !output_.write(finished.text);
    }
    if (finished.entry && !keeper_->keep(std::move(*finished.entry))) stopped_ = failed_ = true;
    words_ += finished.done.words;
    timing_[HouseRoom::kRecord] += finished.record_seconds;
    progress_.show({words_, finished.done.bytes, finished.done.bytes_total});
  }

  void print_timing() {
    timing_[HouseRoom::kWire] += wire_seconds_;
    Output(STDERR_FILENO).write(timing_report(timing_, written_, words_));
  }

  std::string rule() const {
    std::string line = "\n";
    for (std::size_t i = 0; i < layout_.width; ++i) line += "─";
    return line + "\n\n";
  }

  const Engine& engine_;
  const EventOptions& events_;
  const bool json_, tells_timing_;
  Keeper* const keeper_;
  ArticleOptions options_;

  std::mutex in_lock_;  // taken before out_lock_
  ItemStream stream_;
  std::uint64_t taken_ = 0;
  double wire_seconds_ = 0;
  bool ended_ = false;

  const unsigned threads_;
  Layout layout_;

  std::mutex out_lock_;
  std::condition_variable has_room_;
  std::map<std::uint64_t, Finished> waiting_;  // read before their turn
  std::uint64_t written_ = 0;
  bool stopped_ = false, failed_ = false, is_first_page_ = true;
  Output output_;
  Progress progress_;
  std::uint64_t words_ = 0;
  Timing timing_;
  const bool output_is_terminal_;
};

// The user's verb dictionary. Lines that cannot be read are named and left out; none where the
// file itself cannot be read, which is named too.
std::optional<VerbDictionary> read_verbs(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) {
    complain(path + ": cannot be read");
    return std::nullopt;
  }
  std::vector<std::string> complaints;
  VerbDictionary verbs = VerbDictionary::parse(text, path, complaints);
  for (const std::string& complaint : complaints) complain(complaint);
  return verbs;
}

}  // namespace

int read_articles(const Command& command) {
  const Result<std::string> path = find_model(command.model);
  if (!path) return complain(path.error().message), 1;
  std::vector<std::string> passed_over;
  Result<ActorDictionary> actors = read_dictionaries(command.actors, passed_over);
  if (!actors) return complain(actors.error().message), 1;
  for (const std::string& line : passed_over) complain(line);
  const Result<Engine> engine =
      Engine::load(path.value(), find_gazetteer(path.value()), std::move(actors).value());
  if (!engine) return complain(engine.error().message), 1;
  if (!engine.value().reads_places()) {
    complain("no places are read: places.gazetteer is not there; the project's source has it under "
             "models/, and it is looked for beside the weights");
  }
  EventOptions events;
  events.explain = command.explain;
  std::optional<VerbDictionary> verbs;
  if (!command.verbs.empty()) {
    verbs = read_verbs(command.verbs);
    if (!verbs) return 1;
    events.verbs = &*verbs;
  }
  std::unique_ptr<Keeper> keeper;
  if (!command.db.empty()) {
    Result<std::unique_ptr<Keeper>> opened = Keeper::open(command.db);
    if (!opened) return complain(opened.error().message), 1;
    keeper = std::move(opened).value();
  }
  return Pipeline(engine.value(), command, events, keeper.get()).run();
}

}  // namespace tacitus
