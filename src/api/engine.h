// The straight way through the house: an item in, its record out. The command line and the
// public header both go through here.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/timing.h"
#include "base/result.h"
#include "model/model.h"
#include "page/article.h"
#include "read/actors/actor_dictionary.h"
#include "read/events/events.h"
#include "read/meanings.h"
#include "read/record.h"
#include "wire/item.h"

namespace tacitus {

// Immutable after load and safe to share between threads; each thread brings its own Desk.
class Engine {
 public:
  // What one thread needs to read: buffers that grow to what the longest article needs and are
  // used again. Must not outlive its engine.
  class Desk {
   public:
    explicit Desk(const Engine& engine);
    Desk(Desk&&) noexcept;
    ~Desk();

    // What was read at this desk took so long: page to read, of those rooms.
    const Timing& timing() const;

   private:
    friend class Engine;
    struct Parts;
    std::unique_ptr<Parts> parts_;
  };

  // Loads the weights, and opens the gazetteer: the file of that path, or, where it is empty,
  // places.gazetteer beside the weights. Errors as Model::load and Gazetteer::open; but where there
  // is no gazetteer beside the weights, places are not read. A user's `actors` go before the actors
  // that are built in.
  static Result<Engine> load(const std::string& model_path, const std::string& gazetteer_path = "",
                             ActorDictionary actors = {});

  // False where there was no gazetteer.
  bool reads_places() const;

  // Reads one item. Errors as make_article. An article in a language that is not read is no
  // error: its record says so. `meanings`, where asked for, gets those of the record.
  Result<Record> read(Item item, Desk& desk, const ArticleOptions& options = {},
                      const EventOptions& events = {}, Meanings* meanings = nullptr) const;

  // The vector of what a phrase means, as a user types it: of length 1, empty where the weights
  // give no vectors or there are no words.
  std::vector<float> meaning(std::string_view phrase, Desk& desk) const;

  const ModelCard& card() const;

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tacitus
