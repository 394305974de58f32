// Prints what the model over blocks is told of pages, for the trainer. JSON Lines {"id","html",
// "url"?} in; JSON Lines out, first {"features": names}, then {"id", "texts", "rows", "kept"} for
// each page: the text of every block, its features, and the blocks that the rules alone keep.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "page/block_features.h"
#include "page/charset.h"
#include "page/json_ld.h"
#include "page/main_text.h"
#include "page/markup.h"

namespace {

using nlohmann::json;
using namespace tacitus;

json dump(const std::string& html, const std::string& url) {
  const Markup markup = trim_markup(html, 500'000, false);
  const Tree tree = Tree::parse(markup.html);
  const Outline page(tree);
  const LinkedData linked = read_linked_data(markup.json_ld);
  const Head head = read_head(page, linked, url);
  const MainText main = find_by_rules(page, head, linked.body);
  json texts = json::array(), open = json::array(), rows = json::array();
  for (const Block& block : page.blocks()) texts.push_back(block.text);
  for (const MeasuredBlock& one : measure_blocks(page, head, linked.body, main)) {
    open.push_back(one.block);
    rows.push_back(one.features);
  }
  return {{"texts", texts}, {"open", open}, {"rows", rows}, {"kept", main.blocks}};
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::cout << json{{"features", kFeatureNames}}.dump() << '\n';
  std::size_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    try {
      const json item = json::parse(line);
      const json url = item.value("url", json());
      json out = dump(item.at("html"), url.is_string() ? url.get<std::string>() : "");
      out["id"] = item.at("id");
      std::cout << out.dump() << '\n';
    } catch (const json::exception& error) {
      std::cerr << "line " << number << ": " << error.what() << '\n';
      return 1;
    }
  }
  return 0;
}
