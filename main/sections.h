// What --help and the man page say beyond the options.
#pragma once

#include <string_view>

namespace tacitus {

struct Section {
  std::string_view title;
  std::string_view text;  // lines set in by two; "  WORDS  meaning" makes an entry of a list
};

inline constexpr Section kSections[] = {
    {"Exit status",
     "  0  All inputs were read.\n"
     "  1  An input could not be read; each is named on standard error with the reason,\n"
     "     and all others are done. Or the model, the archive or standard output could\n"
     "     not be used.\n"
     "  2  The call was wrong.\n"},
    {"Environment",
     "  TACITUS_MODEL  The weights to read with, if --model is not given.\n"
     "  TACITUS_DB     The archive to ask, if --db is not given; else tacitus.db.\n"
     "  NO_COLOR       If set, pages are printed without colour, on a terminal too.\n"},
    {"Examples",
     "  tacitus read page.html\n"
     "  tacitus read --json --actors my-actors.txt folder/ > records.jsonl\n"
     "  tacitus read --json --published 2025-03-07 folder/ > records.jsonl\n"
     "  tacitus read --db wire.db folder/\n"
     "  tacitus said \"EU accession\" --by Erdogan --since 2024-11 --db wire.db\n"
     "  tacitus events --from SRB --to UNK --root ACCUSE --by month --db wire.db\n"
     "  tacitus stands --on \"EU accession\" --db wire.db\n"
     "  tacitus stands --by Erdogan --since 2024-11 --db wire.db\n"
     "  tacitus changes --since 2024-11 --db wire.db\n"
     "  curl -s https://wire.example/story | tacitus read -\n"},
};

}  // namespace tacitus
