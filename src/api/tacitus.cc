// The public header's Reader: an engine and desks for the threads that call it.
#include "tacitus/tacitus.h"

#include <mutex>
#include <vector>

#include "api/dictionaries.h"
#include "api/engine.h"
#include "record/json.h"

namespace tacitus {

struct Reader::Parts {
  Parts(Engine loaded, std::vector<std::string> complaints)
      : engine(std::move(loaded)), notes(std::move(complaints)) {}

  Engine engine;
  std::vector<std::string> notes;
  std::mutex lock;
  std::vector<Engine::Desk> free_desks;  // guarded by lock
};

Answer<Reader> Reader::open(const std::string& model_path,
                            const std::vector<std::string>& actor_files) {
  std::vector<std::string> notes;
  Result<ActorDictionary> actors = read_dictionaries(actor_files, notes);
  if (!actors) return Answer<Reader>::failure(actors.error().message);
  Result<Engine> engine = Engine::load(model_path, "", std::move(actors).value());
  if (!engine) return Answer<Reader>::failure(engine.error().message);
  return Reader(std::make_unique<Parts>(std::move(engine).value(), std::move(notes)));
}

const std::vector<std::string>& Reader::notes() const { return parts_->notes; }

Answer<std::string> Reader::read(Page page) const {
  Item item;
  item.id = std::move(page.id);
  item.form = page.form == Page::Form::kHtml ? Form::kHtml : Form::kText;
  item.content = std::move(page.content);
  item.url = std::move(page.url);
  item.title = std::move(page.title);
  item.published = std::move(page.published);

  std::optional<Engine::Desk> desk;
  {
    const std::lock_guard guard(parts_->lock);
    if (!parts_->free_desks.empty()) {
      desk.emplace(std::move(parts_->free_desks.back()));
      parts_->free_desks.pop_back();
    }
  }
  if (!desk) desk.emplace(parts_->engine);
  const Result<Record> record = parts_->engine.read(std::move(item), *desk);
  {
    const std::lock_guard guard(parts_->lock);
    parts_->free_desks.push_back(std::move(*desk));
  }
  if (!record) return Answer<std::string>::failure(record.error().message);
  std::string line;
  append_json(record.value(), line);
  return line;
}

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

}  // namespace tacitus
