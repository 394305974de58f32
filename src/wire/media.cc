// Types are believed as browsers believe them; only a missing one is looked for in the bytes.
#include "wire/media.h"

#include <algorithm>
#include <array>

#include "wire/detect.h"

namespace tacitus {

using namespace std::string_view_literals;

std::optional<Form> form_of(const MediaType& type, std::string_view body) {
  if (type.type == "text/html" || type.type == "application/xhtml+xml") return Form::kHtml;
  if (type.type == "text/plain") {
    return is_binary(body) ? std::nullopt : std::optional<Form>(Form::kText);
  }
  if (type.type.empty() && detect(body.substr(0, kDetectSize)) == Kind::kHtml) return Form::kHtml;
  return std::nullopt;
}

bool is_site_file(std::string_view url) {
  constexpr std::array kFiles = {"/robots.txt"sv, "/ads.txt"sv, "/app-ads.txt"sv, "/humans.txt"sv,
                                 "/security.txt"sv, "/llms.txt"sv};
  url = url.substr(0, url.find_first_of("?#"));
  return std::any_of(kFiles.begin(), kFiles.end(),
                     [url](std::string_view file) { return url.ends_with(file); });
}

}  // namespace tacitus
