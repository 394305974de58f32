// Times the encoder alone, for bench/performance.py.
//
// usage: bench_encoder MODEL < requests
//
// The first line of standard input names a file of JSON Lines with texts; an answer gives the
// windows that they make, as word pieces. Then a line "encode" reads all windows once and a line
// "peak" runs dot products on registers alone; the answer is the processor time that it took. All
// answers are lines of JSON.
#include <ctime>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/encoder.h"
#include "text/analyse.h"

namespace tacitus {
namespace {

using nlohmann::json;

double seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

#if defined(__x86_64__)
// Twelve sums that do not wait for each other, in registers: an array of them would be kept in
// memory.
std::uint64_t peak_avx512_vnni() {
  constexpr std::uint64_t kRounds = 8'000'000;
  std::uint64_t left = kRounds;
  asm volatile(
      "1:\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm2\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm3\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm4\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm5\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm6\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm7\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm8\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm9\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm10\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm11\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm12\n"
      "vpdpbusd %%zmm0, %%zmm1, %%zmm13\n"
      "dec %0\n"
      "jnz 1b\n"
      : "+r"(left)
      :
      : "cc", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9",
        "xmm10", "xmm11", "xmm12", "xmm13");
  return kRounds * 12 * 64;
}
#endif

// Multiply-adds of a loop of the dot products that `kernels` are made of, where they are of tiles of those
// that such a CPU has beside them; 0 where it is not known how to reach the peak.
std::uint64_t run_peak(const kernels::Kernels& kernels) {
#if defined(__x86_64__)
  const std::string name = kernels.name;
  if (name == "avx512_vnni" || name == "avx512_bf16" || name == "amx") return peak_avx512_vnni();
#endif
  (void)kernels;
  return 0;
}

// Multiply-adds of the encoder's products and of attention, without what is padding.
class Work {
 public:
  explicit Work(const Config& config) : c_(config) {}

  void add(const Window& window) {
    const std::uint64_t pieces = window.pieces, tokens = window.end_token - window.first_token;
    const std::uint64_t width = c_.width, after = width * width + 2 * width * c_.feed_forward;
    const std::uint64_t asking = (c_.layers - 1) * pieces + tokens;  // of the last layer, tokens alone
    total += c_.layers * pieces * 2 * width * width;                 // keys and values
    total += asking * (width * width + 2 * pieces * width + after);
  }

  std::uint64_t total = 0;

 private:
  Config c_;
};

struct Text {
  Document document;
  std::vector<Window> windows;
};

json pieces_of(const Text& text, const Window& window) {
  json ids = {kStartPiece};
  for (std::uint32_t t = window.first_token; t < window.end_token; ++t) {
    const Token& token = text.document.tokens[t];
    for (std::uint32_t i = 0; i < pieces_read(token); ++i) {
      ids.push_back(text.document.pieces[token.first_piece + i]);
    }
  }
  ids.push_back(kEndPiece);
  return ids;
}

int serve(const std::string& path) {
  Result<ModelFile> opened = ModelFile::open(path);
  if (!opened) return std::cerr << opened.error().message << '\n', 1;
  ModelFile file = std::move(opened).value();
  const Result<Compute> compute = choose_compute();
  if (!compute) return std::cerr << compute.error().message << '\n', 1;
  const Arithmetic arithmetic = {compute.value(), kernels::choose()};
  if (!arithmetic.kernels) return std::cerr << "no such kernels\n", 1;
  const Encoder encoder(file, arithmetic);
  if (!file.trouble().empty()) return std::cerr << file.trouble() << '\n', 1;

  std::string line;
  std::getline(std::cin, line);
  std::ifstream lines(line);
  const PieceVocabulary vocabulary(file.header().vocabulary);
  PieceCutter cutter(vocabulary);
  std::vector<std::string> sources;
  while (std::getline(lines, line)) sources.push_back(json::parse(line).at("text"));
  std::vector<Text> texts;
  std::vector<Stretch> stretches;
  std::vector<std::uint32_t> sizes;
  Work work(file.header().config);
  json windows = json::array();
  std::uint64_t pieces = 0;
  for (const std::string& source : sources) {
    Text text{make_document(source, 0, cutter), {}};
    cut_windows(text.document, file.header().config.window, stretches, sizes, text.windows);
    for (const Window& window : text.windows) {
      work.add(window);
      pieces += window.pieces;
      windows.push_back(pieces_of(text, window));
    }
    texts.push_back(std::move(text));
  }
  std::cout << json{{"kernels", arithmetic.kernels->name},
                    {"pieces", pieces},
                    {"multiply_adds", work.total},
                    {"windows", windows}}
            << std::endl;

  EncoderRoom room;
  while (std::getline(std::cin, line)) {
    const double start = seconds();
    std::uint64_t done = work.total;
    if (line == "peak") {
      done = run_peak(*arithmetic.kernels);
    } else {
      for (const Text& text : texts) {
        const std::span<const Window> all = text.windows;
        for (std::size_t first = 0; first < all.size();) {
          const std::size_t end = batch_end(all, first);
          encoder.run(text.document, all.subspan(first, end - first), room);
          first = end;
        }
      }
    }
    std::cout << json{{"seconds", seconds() - start}, {"multiply_adds", done}} << std::endl;
  }
  return 0;
}

}  // namespace
}  // namespace tacitus

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: bench_encoder MODEL\n";
    return 2;
  }
  return tacitus::serve(argv[1]);
}
