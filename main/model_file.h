// Where the weights are.
#pragma once

#include <string>

#include "base/result.h"

namespace tacitus {

// Path of the model to load: `asked` if not empty, else $TACITUS_MODEL, else the first that is
// there of: beside the program and in ../models and ../share/tacitus seen from it, the folder
// that it was installed to, the source tree that it was built from. Error: kBadModel with what
// to do, if there is none. That the file named by the user exists is left to Model::load.
Result<std::string> find_model(const std::string& asked);

// Path of the gazetteer: places.gazetteer beside the model, else in the places above where the
// model is looked for. Empty if there is none.
std::string find_gazetteer(const std::string& model);

}  // namespace tacitus
