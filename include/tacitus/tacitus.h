// Tacitus in a C++ program: start here.
//
//   #include <tacitus/tacitus.h>
//   #include <iostream>
//
//   int main() {
//     auto reader = tacitus::Reader::open("models/tacitus.model");
//     if (!reader.ok()) return std::cerr << reader.error() << '\n', 1;
//     auto record = reader->read({.content = "“We will wait,” the ministry said on Friday."});
//     if (record.ok()) std::cout << *record;
//   }
//
// A record is one line of JSON; docs/record.md says what is in it. The library neither prints nor
// exits nor throws, save where memory runs out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tacitus {

// A value, or one line that says why there is none.
template <class T>
class [[nodiscard]] Answer {
 public:
  Answer(T value) : value_(std::move(value)) {}
  static Answer failure(std::string why) { return Answer(std::move(why), 0); }

  bool ok() const { return value_.has_value(); }
  // Only where ok().
  T& operator*() { return *value_; }
  T* operator->() { return &*value_; }
  // Empty where ok().
  const std::string& error() const { return error_; }

 private:
  Answer(std::string why, int) : error_(std::move(why)) {}
  std::optional<T> value_;
  std::string error_;
};

// What to read.
struct Page {
  enum class Form { kText, kHtml };

  std::string content;            // bytes as they came; for kText UTF-8
  Form form = Form::kText;
  std::string id = "-";           // comes back in the record
  std::optional<std::string> url = {};        // what the caller knows of it, which wins over what
  std::optional<std::string> title = {};      // the page says
  std::optional<std::string> published = {};  // ISO 8601 date or date-time
};

// Reads pages. Immutable once open, so one reader may serve any number of threads at once.
class Reader {
 public:
  // Loads the weights (about a tenth of a second), and the gazetteer that lies beside them, places.gazetteer.
  // Fails if a file is damaged or of another version, or if the weights are missing; without a
  // gazetteer records have no places. `actor_files` are dictionaries of your own, in the form of
  // docs/actors.md; what they say of somebody goes before what is built in. Fails if one of them
  // cannot be opened; of their lines those that cannot be read are told by notes().
  static Answer<Reader> open(const std::string& model_path,
                             const std::vector<std::string>& actor_files = {});

  // "FILE:LINE: reason" for each line of the actor files that was passed over.
  const std::vector<std::string>& notes() const;

  // The record of a page: one line of JSON in UTF-8 with its line feed. Bytes that are not UTF-8
  // are replaced. Fails if the page holds no article, or if it is over a limit. A page in a
  // language that is not read is no failure: its record says "read": false.
  Answer<std::string> read(Page page) const;

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tacitus
