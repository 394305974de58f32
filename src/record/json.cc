// Writes the record straight into the output buffer: no tree of values is built, since a
// record is as long as its article and most of its time would go into that tree.
#include "record/json.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "record/event_page.h"
#include "record/position_page.h"

namespace tacitus {
namespace {

std::string_view name_of(MentionType type) {
  switch (type) {
    case MentionType::kPerson: return "PERSON";
    case MentionType::kOrg: return "ORG";
    case MentionType::kGpe: return "GPE";
    case MentionType::kNorp: return "NORP";
    case MentionType::kLoc: return "LOC";
    case MentionType::kFac: return "FAC";
    case MentionType::kEvent: return "EVENT";
    case MentionType::kPron: return "PRON";
    case MentionType::kNom: return "NOM";
  }
  return "";
}

std::string_view name_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::kDirect: return "direct";
    case StatementKind::kIndirect: return "indirect";
    case StatementKind::kMixed: return "mixed";
  }
  return "";
}

std::string_view name_of(TimeType type) {
  switch (type) {
    case TimeType::kDate: return "DATE";
    case TimeType::kTime: return "TIME";
    case TimeType::kDuration: return "DURATION";
    case TimeType::kSet: return "SET";
  }
  return "";
}

// Puts commas and keys where they belong. Methods that take a key write a member of the object
// that is open, those without one an element of the open array.
class Writer {
 public:
  Writer(const Offsets& offsets, std::string& out) : offsets_(offsets), out_(out) {}

  void open(char bracket) {
    comma();
    out_ += bracket;
  }
  void open(std::string_view key, char bracket) {
    name(key);
    out_ += bracket;
  }
  void close(char bracket) { out_ += bracket; }

  void member(std::string_view key, std::string_view text) {
    name(key);
    append_json_string(text, out_);
  }
  void member(std::string_view key, const std::optional<std::string>& text) {
    if (text) member(key, std::string_view(*text));
  }
  void member(std::string_view key, std::uint32_t value) {
    name(key);
    number(value);
  }
  void member(std::string_view key, const std::optional<std::uint32_t>& value) {
    if (value) member(key, *value);
  }
  void member(std::string_view key, const std::optional<double>& value) {
    if (!value) return;
    name(key);
    char digits[32];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, *value).ptr);
  }
  void member(std::string_view key, const std::vector<std::uint32_t>& values) {
    open(key, '[');
    for (const std::uint32_t value : values) {
      comma();
      number(value);
    }
    close(']');
  }
  // Degrees, to the fourth digit: about ten metres.
  void member_degrees(std::string_view key, const std::optional<double>& value) {
    if (!value) return;
    name(key);
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, std::round(*value * 1e4) / 1e4);
    out_.append(digits, end.ptr);
  }
  void member_false(std::string_view key) {
    name(key);
    out_ += "false";
  }
  void members(std::string_view key, const std::vector<std::uint32_t>& values) {
    open(key, '[');
    for (const std::uint32_t value : values) {
      comma();
      number(value);
    }
    close(']');
  }
  void member(std::string_view key, const std::vector<std::string>& texts) {
    open(key, '[');
    for (const std::string& text : texts) {
      comma();
      append_json_string(text, out_);
    }
    close(']');
  }

  void element(Span span) {
    comma();
    range(span);
  }
  void member(std::string_view key, const std::optional<Span>& span) {
    if (!span) return;
    name(key);
    range(*span);
  }
  void member(std::string_view key, const std::vector<Span>& spans) {
    open(key, '[');
    for (const Span span : spans) element(span);
    close(']');
  }
  // Code points of the text, then bytes of the page.
  void element(const Origin& origin) {
    comma();
    out_ += '[';
    for (const std::uint32_t value : {place(origin.begin), place(origin.end), origin.page_begin}) {
      number(value);
      out_ += ',';
    }
    number(origin.page_end);
    out_ += ']';
  }
  std::uint32_t place(std::uint32_t byte) const { return offsets_.to_code_point(byte); }

 private:
  void comma() {
    if (out_.back() != '{' && out_.back() != '[') out_ += ',';
  }
  void name(std::string_view key) {
    comma();
    out_ += '"';
    out_ += key;  // our own words: nothing to escape
    out_ += "\":";
  }
  void number(std::uint32_t value) {
    char digits[10];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  void range(Span span) {
    out_ += '[';
    number(place(span.begin));
    out_ += ',';
    number(place(span.end));
    out_ += ']';
  }

  const Offsets& offsets_;
  std::string& out_;
};

void write_article(const Record& record, Writer& out) {
  const Article& article = record.article;
  out.member("id", std::string_view(article.id));
  out.member("url", article.url);
  out.member("source", article.source);
  out.member("author", article.author);
  out.member("language", article.language);
  out.member("title", article.title);
  out.member("published", article.published);
  out.member("published_from", article.published_from);
  out.member("modified", article.modified);
  if (!record.is_read) out.member_false("read");
  out.member("text", std::string_view(article.text));
  out.member("body_start", out.place(article.body_start));
  if (article.origin.empty()) return;
  out.open("origin", '[');
  for (const Origin& origin : article.origin) out.element(origin);
  out.close(']');
}

void write_mention(const Mention& mention, Writer& out) {
  out.open('{');
  out.member("start", out.place(mention.span.begin));
  out.member("end", out.place(mention.span.end));
  out.member("type", name_of(mention.type));
  out.member("actor", mention.actor);
  out.close('}');
}

void write_actor(const Actor& actor, Writer& out) {
  out.open('{');
  out.member("name", std::string_view(actor.name));
  out.member("kind", std::string_view(actor.kind));
  out.member("country", actor.country);
  if (!actor.sectors.empty()) out.member("sector", actor.sectors);
  out.member("role", actor.role);
  out.member("code", actor.code);
  out.close('}');
}

void write_statement(const Statement& statement, Writer& out) {
  out.open('{');
  out.member("sentence", statement.sentence);
  out.member("kind", name_of(statement.kind));
  out.open("source", '{');
  out.member("spans", statement.source);
  out.member("actor", statement.actor);
  if (!statement.actors.empty()) out.members("actors", statement.actors);
  out.close('}');
  out.open("cue", '{');
  out.member("spans", statement.cue);
  out.close('}');
  out.open("content", '{');
  out.member("spans", statement.content);
  out.close('}');
  if (!statement.quoted.empty()) out.member("quoted", statement.quoted);
  out.member("addressee", statement.addressee);
  out.member("about", statement.about);
  out.member("time", statement.time);
  out.member("place", statement.place);
  out.member("within", statement.within);
  out.member("polarity", statement.polarity);
  out.member("certainty", statement.certainty);
  out.close('}');
}

void write_event(const Event& event, Writer& out) {
  const auto member = [&out](std::string_view key, const std::string& text) {
    if (!text.empty()) out.member(key, std::string_view(text));
  };
  out.open('{');
  out.member("sentence", event.sentence);
  member("root", event.root);
  member("mode", event.mode);
  if (!event.contexts.empty()) out.member("contexts", event.contexts);
  out.member("actors", event.actors);
  out.member("recipients", event.recipients);
  out.member("trigger", std::optional<Span>(event.trigger));
  out.member("date", event.date);
  out.member("place", event.place);
  out.member("status", name_of(event.status));
  out.member("goldstein", event.goldstein);
  member("cameo", event.cameo);
  out.member("statement", event.statement);
  out.member("pair", event.pair);
  if (event.reason) {
    out.open("reason", '{');
    member("rule", event.reason->rule);
    member("runner_up", event.reason->runner_up);
    out.close('}');
  }
  out.close('}');
}

void write_position(const Position& position, Writer& out) {
  out.open('{');
  out.member("actor", position.actor);
  out.member("stance", name_of(position.stance));
  out.member("issue", std::string_view(position.issue));
  out.member("issue_span", position.issue_span);
  out.member("sentence", position.sentence);
  out.member("statement", position.statement);
  out.member("event", position.event);
  out.member("date", position.date);
  out.close('}');
}

void write_time(const Time& time, Writer& out) {
  out.open('{');
  out.member("start", out.place(time.span.begin));
  out.member("end", out.place(time.span.end));
  out.member("type", name_of(time.type));
  out.member("value", time.value);
  out.member("mod", time.mod);
  out.close('}');
}

void write_place(const Place& place, Writer& out) {
  out.open('{');
  out.member("start", out.place(place.span.begin));
  out.member("end", out.place(place.span.end));
  out.member("name", std::string_view(place.name));
  out.member("country", place.country);
  out.member("admin1", place.admin1);
  out.member_degrees("lat", place.lat);
  out.member_degrees("lon", place.lon);
  out.member("geonameid", place.geonameid);
  out.close('}');
}

template <class T, class Write>
void write_all(std::string_view key, const std::vector<T>& values, Write write, Writer& out) {
  out.open(key, '[');
  for (const T& value : values) write(value, out);
  out.close(']');
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;  // text before it is written
  std::size_t at = 0;
  const auto write_plain = [&] { out.append(text, plain, at - plain); };
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      const CodePoint c = decode(text, at);
      if (!c.valid) {
        write_plain();
        append_utf8(out, c.code);
        plain = at + c.size;
      }
      at += c.size;
      continue;
    }
    if (byte >= 0x20 && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    write_plain();
    out += '\\';
    switch (byte) {
      case '"':
      case '\\': out += static_cast<char>(byte); break;
      case '\n': out += 'n'; break;
      case '\r': out += 'r'; break;
      case '\t': out += 't'; break;
      default:
        out += "u00";
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    plain = ++at;
  }
  write_plain();
  out += '"';
}

void append_json(const Record& record, std::string& out) {
  const Offsets offsets(record.article.text);
  Writer writer(offsets, out);
  out += '{';
  write_article(record, writer);
  writer.member("sentences", record.sentences);
  if (record.is_read) {
    write_all("mentions", record.mentions, write_mention, writer);
    write_all("actors", record.actors, write_actor, writer);
    write_all("statements", record.statements, write_statement, writer);
    write_all("events", record.events, write_event, writer);
    write_all("positions", record.positions, write_position, writer);
    write_all("times", record.times, write_time, writer);
    if (record.has_places) write_all("places", record.places, write_place, writer);
  }
  out += "}\n";
}

}  // namespace tacitus
