// For the end-to-end tests: writes the toy model, which reads nothing right but loads in no time.
#include <fstream>
#include <iostream>

#include "model/toy.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: toy_model FILE\n";
    return 2;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << tacitus::toy_model();
  return out.flush() ? 0 : 1;
}
