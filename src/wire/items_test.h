// What a stream or a source gives, all at once, for tests.
#pragma once

#include <string>
#include <vector>

#include "wire/stream.h"

namespace tacitus {

struct Read {
  std::vector<Item> items;
  std::vector<std::string> errors;

  std::vector<std::string> ids() const {
    std::vector<std::string> out;
    for (const Item& item : items) out.push_back(item.id);
    return out;
  }
  std::vector<std::string> contents() const {
    std::vector<std::string> out;
    for (const Item& item : items) out.push_back(item.content);
    return out;
  }
};

inline Read read_stream(std::vector<std::string> inputs, StreamOptions options = {}) {
  Read read;
  ItemStream stream(std::move(inputs), std::move(options));
  while (std::optional<Result<Item>> next = stream.next()) {
    if (next->ok()) read.items.push_back(std::move(*next).value());
    else read.errors.push_back(next->error().message);
  }
  return read;
}

}  // namespace tacitus
