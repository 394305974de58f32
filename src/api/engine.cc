#include "api/engine.h"

#include <optional>
#include <utility>

#include "api/event_head.h"
#include "read/places/gazetteer.h"
#include "read/read.h"
#include "text/analyse.h"

namespace tacitus {
namespace {

// BCP 47: "en", "en-GB". A text too short to tell its language is taken for English.
bool is_read(const std::optional<std::string>& language) {
  if (!language) return true;
  const std::string_view code = *language;
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return code.size() >= 2 && small(code[0]) == 'e' && small(code[1]) == 'n' &&
         (code.size() == 2 || code[2] == '-');
}

}  // namespace

struct Engine::Parts {
  Parts(Model loaded, std::optional<Gazetteer> opened, ActorDictionary actors)
      : model(std::move(loaded)), gazetteer(std::move(opened)), vocabulary(model.vocabulary()),
        names(model.upos(), model.deprels()) {
    if (!actors.empty()) extended.emplace(Knowledge::with(std::move(actors)));
  }

  Model model;
  std::optional<Gazetteer> gazetteer;
  PieceVocabulary vocabulary;
  Names names;
  std::optional<Knowledge> extended;  // where a user has dictionaries

  const Knowledge& knowledge() const { return extended ? *extended : Knowledge::builtin(); }
};

struct Engine::Desk::Parts {
  explicit Parts(const PieceVocabulary& vocabulary) : cutter(vocabulary) {}

  PieceCutter cutter;
  Scratch scratch;
  Timing timing;
};

Result<Engine> Engine::load(const std::string& model_path, const std::string& gazetteer_path,
                            ActorDictionary actors) {
  Result<Model> model = Model::load(model_path);
  if (!model) return model.error();
  const bool is_named = !gazetteer_path.empty();
  const std::string folder = model_path.substr(0, model_path.rfind('/') + 1);
  Result<Gazetteer> opened = Gazetteer::open(is_named ? gazetteer_path : folder + "places.gazetteer");
  if (!opened && (is_named || opened.error().code != ErrorCode::kNotFound)) return opened.error();
  std::optional<Gazetteer> gazetteer;
  if (opened) gazetteer.emplace(std::move(opened).value());
  return Engine(std::make_unique<Parts>(std::move(model).value(), std::move(gazetteer),
                                        std::move(actors)));
}

bool Engine::reads_places() const { return parts_->gazetteer.has_value(); }

Result<Record> Engine::read(Item item, Desk& desk, const ArticleOptions& options,
                            const EventOptions& events, Meanings* meanings) const {
  Timing& timing = desk.parts_->timing;
  Stopwatch watch;
  Result<Article> made = make_article(std::move(item), options);
  timing[HouseRoom::kPage] += watch.lap();
  if (!made) return made.error();
  Article article = std::move(made).value();
  Document document =
      make_document(article.text, article.body_start, desk.parts_->cutter, skipped(article));
  timing[HouseRoom::kText] += watch.lap();
  if (!is_read(article.language)) return leave_unread(std::move(article), document);
  desk.parts_->scratch.keep_vectors(meanings != nullptr);
  parts_->model.read(document, desk.parts_->scratch);
  timing[HouseRoom::kModel] += watch.lap();
  const EventHead head = event_head(parts_->model, document, desk.parts_->scratch);
  EventOptions with_head = events;
  with_head.head = [&](const EventCandidate& candidate, std::array<float, kRoots>& scores) {
    timing[HouseRoom::kRead] += watch.lap();
    const bool is_asked = head(candidate, scores);
    timing[HouseRoom::kModel] += watch.lap();
    return is_asked;
  };
  Record record =
      read_article(std::move(article), document, parts_->names, parts_->knowledge(),
                   parts_->gazetteer ? &*parts_->gazetteer : nullptr, with_head);
  timing[HouseRoom::kRead] += watch.lap();
  if (meanings) *meanings = meanings_of(record, document, parts_->model, desk.parts_->scratch);
  timing[HouseRoom::kModel] += watch.lap();
  return record;
}

std::vector<float> Engine::meaning(std::string_view phrase, Desk& desk) const {
  std::vector<float> out(parts_->model.meaning_width());
  Document document = make_document(phrase, 0, desk.parts_->cutter);
  parts_->model.read(document, desk.parts_->scratch);
  const auto tokens = static_cast<std::uint32_t>(document.tokens.size());
  if (!parts_->model.meaning(document, 0, tokens, desk.parts_->scratch, out)) out.clear();
  return out;
}

const ModelCard& Engine::card() const { return parts_->model.card(); }

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Engine::Desk::Desk(const Engine& engine)
    : parts_(std::make_unique<Parts>(engine.parts_->vocabulary)) {}
Engine::Desk::Desk(Desk&&) noexcept = default;
const Timing& Engine::Desk::timing() const { return parts_->timing; }
Engine::Desk::~Desk() = default;

}  // namespace tacitus
