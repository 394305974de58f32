// Tables of knowledge/archive/, compiled in.
#pragma once

namespace tacitus {

extern const char* const k_common_words_tsv;

}  // namespace tacitus
