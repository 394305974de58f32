// libxml2's push parser with a handler of its own, so that no tree is built and no entity looked
// up.
#include "wire/xml.h"

#include <libxml/parser.h>

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "wire/mend_xml.h"

namespace tacitus {
namespace {

// What is handed to libxml2 at once; it takes an int.
constexpr std::size_t kPiece = 1 << 16;
constexpr std::size_t kDeepest = 10'000;
constexpr std::size_t kLongestLine = 1 << 13;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// A namespace, or else a prefix.
XmlName name_of(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
  return {uri != nullptr ? view(uri) : view(prefix), view(local)};
}

// The receiver, and what keeps it from elements without end.
struct Told {
  XmlEvents* events = nullptr;
  xmlParserCtxtPtr parser = nullptr;
  std::size_t depth = 0;
  bool too_deep = false;
};

void on_start(void* to, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int,
              const xmlChar**, int count, int, const xmlChar** attributes) {
  Told& told = *static_cast<Told*>(to);
  if (++told.depth > kDeepest) {
    told.too_deep = true;
    xmlStopParser(told.parser);
    return;
  }
  XmlAttributes list;
  for (int i = 0; i < count; ++i) {
    const xmlChar* const* const attribute = attributes + 5 * i;
    const auto* const begin = reinterpret_cast<const char*>(attribute[3]);
    const auto* const end = reinterpret_cast<const char*>(attribute[4]);
    list.emplace_back(view(attribute[0]), std::string(begin, end));
  }
  told.events->start(name_of(local, prefix, uri), list);
}

void on_end(void* to, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
  Told& told = *static_cast<Told*>(to);
  if (told.depth > 0) --told.depth;
  told.events->end(name_of(local, prefix, uri));
}

void on_text(void* to, const xmlChar* text, int size) {
  static_cast<Told*>(to)->events->text(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

bool begins_tag(std::string_view text) {
  if (text.size() < 2 || text[0] != '<') return false;
  const char small = static_cast<char>(text[1] | 0x20);
  return text[1] == '/' || text[1] == '!' || (small >= 'a' && small <= 'z');
}

// The character of a reference, given without its marks: "amp", "#8217", "#x2019"; 0 for none.
char32_t referred(std::string_view name) {
  if (name == "apos") return '\'';
  if (!name.starts_with('#')) return html_character(name);
  const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t number = 0;
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
  return error == std::errc() && stop == digits.data() + digits.size() ? number : 0;
}

}  // namespace

std::optional<std::string_view> find_attribute(const XmlAttributes& attributes,
                                               std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return std::nullopt;
}

struct XmlReader::State {
  xmlParserCtxtPtr parser = nullptr;
  Told told;
  XmlMender mender;
  bool failed = false;

  bool push(std::string_view bytes, bool last) {
    if (failed) return false;
    bytes = mender.mend(bytes, last);
    while (!bytes.empty() && !failed) {
      const std::string_view piece = bytes.substr(0, kPiece);
      bytes.remove_prefix(piece.size());
      xmlParseChunk(parser, piece.data(), static_cast<int>(piece.size()), 0);
      // A document that is mended in passing goes on; one that the parser gives up does not.
      failed = parser->disableSAX != 0;
    }
    return !failed;
  }
};

XmlReader::XmlReader(XmlEvents& events) : state_(std::make_unique<State>()) {
  static const bool kReady = (xmlInitParser(), true);
  static_cast<void>(kReady);
  xmlSAXHandler handler{};
  // Without a handler for declarations of entities none is ever known, and so none is opened.
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  state_->parser = xmlCreatePushParserCtxt(&handler, &state_->told, nullptr, 0, nullptr);
  if (state_->parser == nullptr) {
    state_->failed = true;
    return;
  }
  state_->told.events = &events;
  state_->told.parser = state_->parser;
  xmlCtxtUseOptions(state_->parser,
                    XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR |
                        XML_PARSE_NOWARNING);
}

XmlReader::~XmlReader() {
  if (state_->parser == nullptr) return;
  if (state_->parser->myDoc != nullptr) xmlFreeDoc(state_->parser->myDoc);
  xmlFreeParserCtxt(state_->parser);
}

bool XmlReader::read(std::string_view bytes) { return state_->push(bytes, false); }

bool XmlReader::finish() {
  if (!state_->push({}, true)) return false;
  // libxml2 may wait with the last end tag for what follows it.
  xmlParseChunk(state_->parser, " ", 1, 0);
  const bool whole = state_->parser->nameNr == 0;
  xmlParseChunk(state_->parser, nullptr, 0, 1);
  return whole;
}

std::string XmlReader::reason() const {
  if (state_->parser == nullptr) return "there is not enough memory to read it";
  const int line = xmlSAX2GetLineNumber(state_->parser);
  if (!state_->failed) return "ends before its elements do";
  if (state_->told.too_deep) return "elements nest too deep at line " + std::to_string(line);
  std::string why(view(reinterpret_cast<const xmlChar*>(state_->parser->lastError.message)));
  why.erase(std::min(why.find('\n'), why.size()));
  return "cannot be read behind line " + std::to_string(std::max(line, 1)) +
         (why.empty() ? "" : " (" + why + ")");
}

std::string plain_line(std::string_view html) {
  html = html.substr(0, kLongestLine);
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    const std::string_view rest = html.substr(at);
    const std::size_t semicolon = rest.starts_with('&') ? rest.substr(0, 40).find(';') : rest.npos;
    if (begins_tag(rest)) {
      if (const std::size_t end = rest.find('>'); end != rest.npos) {
        at += end + 1;
        continue;
      }
    }
    if (semicolon != rest.npos) {
      const char32_t code = referred(rest.substr(1, semicolon - 1));
      if (code != 0) {
        append_utf8(out, code);
        at += semicolon + 1;
        continue;
      }
    }
    out += rest[0];
    ++at;
  }
  return one_line(out);
}

std::string one_line(std::string_view text) {
  text = text.substr(0, kLongestLine);
  std::size_t ignored = 0;
  const std::string valid = repair(text, ignored);
  std::string line;
  for (std::size_t at = 0; at < valid.size();) {
    const CodePoint point = decode(valid, at);
    const bool space = point.code <= ' ' || point.code == 0xA0;
    if (!space) line.append(valid, at, point.size);
    else if (!line.empty() && line.back() != ' ') line += ' ';
    at += point.size;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace tacitus
