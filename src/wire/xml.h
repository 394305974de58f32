// XML as events, piece by piece, from feeds and archives that are seldom quite well-formed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tacitus {

// An element's name: its namespace, or the prefix as written where that is not declared, and the
// name without it.
struct XmlName {
  std::string_view space, local;
};

using XmlAttributes = std::vector<std::pair<std::string_view, std::string>>;

// The value of the attribute of this name, whatever its namespace.
std::optional<std::string_view> find_attribute(const XmlAttributes& attributes,
                                               std::string_view name);

// What is told of a document. Texts are UTF-8 save for bytes that were none in the document.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void start(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual void end(const XmlName& name) = 0;
  virtual void text(std::string_view text) = 0;  // may come in several pieces
};

// Nothing outside the document is ever opened, and entities that it declares itself are not
// expanded; those of HTML are known. Bare ampersands and control characters are mended, other
// mistakes passed over as far as they can be. Elements nest 10,000 deep at most.
class XmlReader {
 public:
  explicit XmlReader(XmlEvents& events);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  // Reads on; false where the document cannot be read any further.
  bool read(std::string_view bytes);

  // To be called at the end; false where the document ends before its elements do.
  bool finish();

  // Why it could not be read further: a clause with the line's number.
  std::string reason() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The text of a title or another line that may hold markup: tags taken out, references of HTML
// made characters, white space made single spaces. Only the first 8 KB count.
std::string plain_line(std::string_view html);

// The same for text without markup.
std::string one_line(std::string_view text);

}  // namespace tacitus
