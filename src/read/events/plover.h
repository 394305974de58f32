// PLOVER's codes, as the tables in knowledge/plover/ have them: roots, modes, contexts, and what
// CAMEO's codes are in their terms.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tacitus {

// The root codes, in the order of roots.tsv and of a trained head's numbers.
enum class Root : std::uint8_t {
  kAgree, kConsult, kSupport, kCooperate, kAid, kYield, kRequest, kAccuse, kReject, kThreaten,
  kProtest, kSanction, kMobilize, kCoerce, kAssault,
};
constexpr std::size_t kRoots = 15;

// "AGREE".
std::string_view name_of(Root root);
std::optional<Root> root_named(std::string_view name);

struct CameoCode {
  Root root = Root::kAgree;
  std::string mode;                    // empty where the code tells none
  std::vector<std::string> contexts;
  double goldstein = 0;
};

// The texts of the tables. Their columns are told in the files' own first lines.
struct PloverTexts {
  std::string_view roots, modes, contexts, cameo;
};

// Immutable and safe to share between threads.
class Plover {
 public:
  // The tables that are compiled in.
  static const Plover& builtin();

  // Parses tables. Errors: kBadInput for a line that is not as its file's first lines say, named
  // with file and line.
  static Result<Plover> parse(const PloverTexts& texts);

  // What a CAMEO code of three or four digits means; one that has no line of its own means what
  // its first three digits do. Null for codes that are none of PLOVER's ("010", a statement).
  const CameoCode* cameo(std::string_view code) const;

  // The CAMEO code of which no more than the root is known.
  std::string_view general_code(Root root) const;
  // The code of an agreement to do such a thing; empty for roots that keep their own.
  std::string_view future_code(Root root) const;
  bool has_mode(Root root, std::string_view mode) const;

  // The context that a word or two of a sentence tell, in small letters; empty where none.
  std::string_view context(std::string_view words) const;

  Plover(Plover&&) noexcept;
  Plover& operator=(Plover&&) noexcept;
  ~Plover();

 private:
  struct Tables;
  explicit Plover(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace tacitus
