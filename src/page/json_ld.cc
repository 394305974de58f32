// Looks for the object of an article type, wherever it lies, and follows references by @id.
#include "page/json_ld.h"

#include <nlohmann/json.hpp>

#include <map>

#include "page/fold.h"

namespace tacitus {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxScript = 4u << 20;  // bytes; one over it is passed over

const Json* member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

// The characters that scripts escape by mistake, as if they were text of the page.
std::string unescape(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"&amp;", "&"},   {"&quot;", "\""}, {"&#039;", "'"},  {"&#39;", "'"},   {"&#x27;", "'"},
      {"&apos;", "'"},  {"&lt;", "<"},    {"&gt;", ">"},    {"&nbsp;", " "},  {"&#8217;", "’"},
      {"&#8216;", "‘"}, {"&#8220;", "“"}, {"&#8221;", "”"}, {"&rsquo;", "’"}, {"&lsquo;", "‘"},
      {"&ldquo;", "“"}, {"&rdquo;", "”"}, {"&#8211;", "–"}, {"&ndash;", "–"}, {"&mdash;", "—"},
  };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    bool found = false;
    if (text[at] == '&') {
      for (const auto& [name, plain] : kNames) {
        if (!text.substr(at).starts_with(name)) continue;
        out += plain;
        at += name.size();
        found = true;
        break;
      }
    }
    if (!found) out += text[at++];
  }
  return out;
}

std::string text_of(const Json* value) {
  if (value != nullptr && value->is_array() && !value->empty()) value = &value->front();
  if (value != nullptr && value->is_object()) value = member(*value, "@value");
  if (value == nullptr || !value->is_string()) return "";
  return collapse(unescape(value->get_ref<const std::string&>()));
}

bool has_type(const Json& object, bool (*fits)(const std::string&)) {
  const Json* const type = member(object, "@type");
  if (type == nullptr) return false;
  if (type->is_string()) return fits(type->get_ref<const std::string&>());
  if (!type->is_array()) return false;
  for (const Json& one : *type) {
    if (one.is_string() && fits(one.get_ref<const std::string&>())) return true;
  }
  return false;
}

bool is_article(const std::string& type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

bool is_organization(const std::string& type) { return type.ends_with("Organization"); }

bool is_page(const std::string& type) { return type.ends_with("Page") || type == "CreativeWork"; }

// Some scripts hold raw line feeds and tabs inside strings.
std::string without_controls(std::string_view script) {
  std::string out(script);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

Json parse(std::string_view script) {
  script = trim(script);
  if (script.size() > kMaxScript) return Json(Json::value_t::discarded);
  // Old pages hide scripts from older browsers.
  for (const std::string_view mark : {"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"}) {
    if (script.starts_with(mark)) script.remove_prefix(mark.size());
  }
  for (const std::string_view mark : {"-->", "/*]]>*/", "//]]>", "]]>", ";"}) {
    if (trim(script).ends_with(mark)) {
      script = trim(script).substr(0, trim(script).size() - mark.size());
    }
  }
  Json parsed = Json::parse(script, nullptr, false, true);
  if (parsed.is_discarded()) parsed = Json::parse(without_controls(script), nullptr, false, true);
  return parsed;
}

class Graph {
 public:
  void add(const Json& root) {
    name_organization(root);
    std::vector<const Json*> open = {&root};
    while (!open.empty()) {
      const Json& one = *open.back();
      open.pop_back();
      if (one.is_object()) visit(one);
      if (!one.is_structured()) continue;
      // Backwards, so that what comes first is visited first.
      for (auto child = one.rbegin(); child != one.rend(); ++child) {
        if (child->is_structured()) open.push_back(&*child);
      }
    }
  }

  LinkedData read() const {
    LinkedData data;
    data.organization = organization_;
    const Json* const object = article_ != nullptr ? article_ : page_;
    if (object == nullptr) return data;
    data.published = text_of(member(*object, "datePublished"));
    data.modified = text_of(member(*object, "dateModified"));
    data.language = text_of(member(*object, "inLanguage"));
    data.publisher = name_of(member(*object, "publisher"));
    if (article_ == nullptr) return data;
    data.headline = text_of(member(*object, "headline"));
    data.body = text_of(member(*object, "articleBody"));
    data.url = text_of(member(*object, "url"));
    if (data.url.empty()) data.url = address_of(member(*object, "mainEntityOfPage"));
    add_names(member(*object, "author"), data.authors);
    return data;
  }

 private:
  // "https://wire.example/1", or an object that is called by it.
  static std::string address_of(const Json* value) {
    if (value != nullptr && value->is_object()) value = member(*value, "@id");
    return text_of(value);
  }

  // Organizations inside other objects are their authors and the like, and do not count.
  void name_organization(const Json& root) {
    const Json* const graph = member(root, "@graph");
    const Json& list = graph != nullptr ? *graph : root;
    const auto name = [this](const Json& one) {
      if (organization_.empty() && has_type(one, is_organization)) {
        organization_ = text_of(member(one, "name"));
      }
    };
    if (!list.is_array()) return name(list);
    for (const Json& one : list) name(one);
  }

  void visit(const Json& object) {
    const Json* const id = member(object, "@id");
    if (id != nullptr && id->is_string() && object.size() > 1) {
      by_id_.emplace(id->get<std::string>(), &object);
    }
    const bool dated = member(object, "datePublished") != nullptr;
    if (has_type(object, is_article)) {
      // A list of other articles has names, but no dates.
      if (article_ == nullptr || (dated && member(*article_, "datePublished") == nullptr)) {
        article_ = &object;
      }
    } else if (page_ == nullptr && dated && has_type(object, is_page)) {
      page_ = &object;
    }
  }

  const Json& resolve(const Json& object) const {
    const Json* const id = member(object, "@id");
    if (id == nullptr || !id->is_string() || member(object, "name") != nullptr) return object;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? object : *found->second;
  }

  std::string name_of(const Json* value) const {
    if (value != nullptr && value->is_array() && !value->empty()) value = &value->front();
    if (value == nullptr) return "";
    return value->is_object() ? text_of(member(resolve(*value), "name")) : text_of(value);
  }

  void add_names(const Json* value, std::vector<std::string>& names) const {
    if (value == nullptr) return;
    if (value->is_array()) {
      for (const Json& one : *value) {
        if (!one.is_array()) add_names(&one, names);
      }
      return;
    }
    const Json* const name = value->is_object() ? member(resolve(*value), "name") : value;
    if (name != nullptr && name->is_array()) {
      for (const Json& one : *name) names.push_back(text_of(&one));
    } else {
      names.push_back(text_of(name));
    }
    if (names.back().empty()) names.pop_back();
  }

  const Json* article_ = nullptr;
  const Json* page_ = nullptr;
  std::string organization_;
  std::map<std::string, const Json*> by_id_;
};

}  // namespace

LinkedData read_linked_data(const std::vector<std::string_view>& scripts) {
  std::vector<Json> roots;
  roots.reserve(scripts.size());
  for (const std::string_view script : scripts) roots.push_back(parse(script));
  Graph graph;
  for (const Json& root : roots) {
    if (!root.is_discarded()) graph.add(root);
  }
  return graph.read();
}

}  // namespace tacitus
