// The way back: an article's record out of the archive.
#pragma once

#include "read/record.h"
#include "store/database.h"

namespace tacitus {

class RecordLoader {
 public:
  explicit RecordLoader(Database& database);

  // The record of an article, as it was added; only what the archive does not keep is missing: an
  // article's map to its page, its given pairs and the reasons of codes. Errors: kNotFound, and what
  // the database says.
  Result<Record> load(std::int64_t article);

 private:
  Database& database_;
  Query article_, sentences_, mentions_, actors_, statements_, events_, positions_, times_, places_;
};

}  // namespace tacitus
