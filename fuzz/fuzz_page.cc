// Pages and texts as articles: the first byte says which of them the rest is.
#include "fuzz.h"
#include "page/article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tacitus;
  if (size == 0) return 0;
  Item item;
  item.id = "fuzzed";
  item.form = data[0] % 2 == 0 ? Form::kHtml : Form::kText;
  item.content = view(data + 1, size - 1);
  if (data[0] % 4 > 1) item.url = "https://wire.example/2025/03/07/story";
  const Result<Article> made = make_article(std::move(item));
  if (!made.ok()) {
    require(made.error().message.find("fuzzed") == 0);
    return 0;
  }
  const Article& article = made.value();
  require(is_utf8(article.text) && !article.text.empty());
  require(article.body_start <= article.text.size() && is_border(article.text, article.body_start));
  std::uint32_t last = 0;
  for (const auto& [begin, end] : article.furniture) {
    require(last <= begin && begin < end && end <= article.text.size());
    require(is_border(article.text, begin) && is_border(article.text, end));
    last = end;
  }
  for (const auto* field : {&article.title, &article.source, &article.author, &article.published}) {
    require(!*field || (!(*field)->empty() && is_utf8(**field)));
  }
  return 0;
}
