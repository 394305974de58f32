#include "model/reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "model/reference_decode.h"

namespace tacitus {
namespace {

struct Stretch {
  std::uint32_t first, end, sentence, window;
};

class Reader {
 public:
  Reader(const Toy& toy, const Document& document)
      : toy_(toy), document_(document), config_(toy.header["config"]) {}

  Reading read() {
    cut();
    const std::uint32_t windows = stretches_.empty() ? 0 : stretches_.back().window + 1;
    for (std::uint32_t w = 0; w < windows; ++w) encode(w);
    for (const Stretch& stretch : stretches_) label(stretch);
    for (std::uint32_t w = 0; w < windows; ++w) attribute(w);
    refer();
    return std::move(out_);
  }

  // What the pair head makes of the vectors of the marks; -1 for a mark that is not there.
  Row pair(const std::array<int, 3>& marks) {
    cut();
    encode(0);
    Row v;
    for (std::size_t m = 0; m < marks.size(); ++m) {
      const Row one = marks[m] < 0 ? numbers("pair.none", (m - 1) * size("width"), size("width"))
                                   : out_.vectors[static_cast<std::size_t>(marks[m])];
      v.insert(v.end(), one.begin(), one.end());
    }
    Row scores = linear("pair.out", relu(linear("pair.in", v)));
    double sum = 0;
    for (double& x : scores) sum += x = std::exp(x);
    for (double& x : scores) x /= sum;
    return scores;
  }

 private:
  std::size_t size(const char* name) const { return config_[name]; }
  Row numbers(const std::string& name, std::size_t from, std::size_t count) const {
    const auto at = toy_.at(name).begin() + static_cast<std::ptrdiff_t>(from);
    return {at, at + static_cast<std::ptrdiff_t>(count)};
  }
  Row numbers(const std::string& name) const {
    return {toy_.at(name).begin(), toy_.at(name).end()};
  }
  Row linear(const std::string& name, const Row& x) const {
    Row y = numbers(name + ".bias");
    for (std::size_t i = 0; i < y.size(); ++i) {
      y[i] += dot(numbers(name + ".weight", i * x.size(), x.size()), x);
    }
    return y;
  }
  Row relu(Row x) const {
    for (double& y : x) y = std::max(y, 0.0);
    return x;
  }
  Row norm(const std::string& name, const Row& x) const {
    const double n = static_cast<double>(x.size());
    const double mean = std::accumulate(x.begin(), x.end(), 0.0) / n;
    double variance = 0;
    for (const double y : x) variance += (y - mean) * (y - mean) / n;
    Row gain = numbers(name + ".weight"), y = numbers(name + ".bias");
    for (std::size_t i = 0; i < x.size(); ++i) {
      y[i] += (x[i] - mean) / std::sqrt(variance + config_["layer_norm_epsilon"].get<double>()) *
              gain[i];
    }
    return y;
  }
  std::uint32_t pieces_of(std::uint32_t token) const {
    return std::min<std::uint32_t>(document_.tokens[token].piece_count, 16);
  }

  // Windows of like size; an end inside a paragraph is as dear as a quarter of a window too many.
  void cut() {
    const long room = static_cast<long>(size("window")) - 2;
    std::vector<long> pieces;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
        if (t == sentence.first_token || pieces.back() + pieces_of(t) > room) {
          stretches_.push_back({t, t, s, 0});
          pieces.push_back(0);
        }
        stretches_.back().end = t + 1;
        pieces.back() += pieces_of(t);
      }
    }
    const std::size_t count = stretches_.size();
    std::uint32_t window = 0;
    for (std::size_t first = 0; first < count; ++window) {
      const long left = std::accumulate(pieces.begin() + static_cast<long>(first), pieces.end(), 0L);
      const long wanted = left / ((left + room - 1) / room);
      std::map<long, std::size_t> ends;  // by what they cost; the last of several
      long taken = 0;
      for (std::size_t end = first; end < count && taken + pieces[end] <= room;) {
        taken += pieces[end++];
        const bool inside =
            end < count && document_.tokens[stretches_[end].first].before != Break::kParagraph;
        ends[std::abs(taken - wanted) + (inside ? room / 4 : 0)] = end;
      }
      for (const std::size_t end = ends.begin()->second; first < end; ++first) {
        stretches_[first].window = window;
      }
    }
  }

  void encode(std::uint32_t window) {
    const std::size_t width = size("width"), heads = size("heads"), d = width / heads;
    Matrix x;
    std::vector<std::size_t> first;
    auto add = [&](std::size_t id, std::size_t shape) {
      const Row word = numbers("embedding.word", id * width, width);
      const Row position = numbers("embedding.position", x.size() * width, width);
      const Row row = sum(sum(word, position), numbers("embedding.shape", shape * width, width));
      x.push_back(norm("embedding.norm", row));
    };
    add(101, 0);
    for (const Stretch& stretch : stretches_) {
      for (std::uint32_t t = stretch.first; stretch.window == window && t < stretch.end; ++t) {
        const Token& token = document_.tokens[t];
        const auto shape = static_cast<std::size_t>(token.shape);
        first.push_back(x.size());
        for (std::uint32_t i = 0; i < pieces_of(t); ++i) {
          add(document_.pieces[token.first_piece + i],
              i == 0 ? shape + 8 * static_cast<std::size_t>(token.before) : shape);
        }
      }
    }
    add(102, 0);
    for (std::size_t l = 0; l < size("layers"); ++l) {
      const std::string name = "encoder." + std::to_string(l) + ".";
      Matrix qkv, next;
      for (const Row& row : x) qkv.push_back(linear(name + "qkv", row));
      for (std::size_t i = 0; i < x.size(); ++i) {
        Row mixed(width);
        for (std::size_t h = 0; h < heads; ++h) {
          Row weight;
          for (const Row& other : qkv) {
            double score = 0;
            for (std::size_t k = 0; k < d; ++k) {
              score += qkv[i][h * d + k] * other[width + h * d + k];
            }
            weight.push_back(std::exp(score / std::sqrt(static_cast<double>(d))));
          }
          const double total = std::accumulate(weight.begin(), weight.end(), 0.0);
          for (std::size_t j = 0; j < x.size(); ++j) {
            for (std::size_t k = 0; k < d; ++k) {
              mixed[h * d + k] += weight[j] / total * qkv[j][2 * width + h * d + k];
            }
          }
        }
        Row y = norm(name + "attention.norm", sum(x[i], linear(name + "attention.out", mixed)));
        Row inner = linear(name + "ffn.in", y);
        for (double& z : inner) z = z / 2 * (1 + std::erf(z / std::sqrt(2.0)));
        next.push_back(norm(name + "ffn.norm", sum(y, linear(name + "ffn.out", inner))));
      }
      x = next;
    }
    for (const std::size_t at : first) out_.vectors.push_back(x[at]);
  }

  void label(const Stretch& stretch) {
    const std::size_t n = stretch.end - stretch.first;
    Matrix arc_dep, arc_head, rel_dep, rel_head, entity, attribution[2];
    for (std::uint32_t t = stretch.first; t < stretch.end; ++t) {
      const Row& v = out_.vectors[t];
      out_.upos.push_back(static_cast<int>(argmax(linear("upos", v))));
      entity.push_back(linear("entity", v));
      arc_dep.push_back(relu(linear("arc.dep", v)));
      arc_head.push_back(relu(linear("arc.head", v)));
      rel_dep.push_back(relu(linear("rel.dep", v)));
      rel_head.push_back(relu(linear("rel.head", v)));
      attribution[0].push_back(linear("attribution.0", v));
      attribution[1].push_back(linear("attribution.1", v));
    }
    arc_head.push_back(numbers("arc.root"));
    rel_head.push_back(numbers("rel.root"));

    Matrix arcs(n, Row(n + 1));
    const std::size_t arc = size("arc");
    for (std::size_t d = 0; d < n; ++d) {
      for (std::size_t h = 0; h <= n; ++h) {
        arcs[d][h] = dot(numbers("arc.bias"), arc_head[h]);
        for (std::size_t i = 0; i < arc; ++i) {
          arcs[d][h] += arc_dep[d][i] * dot(numbers("arc.bilinear", i * arc, arc), arc_head[h]);
        }
      }
    }
    const std::vector<int> heads = best_tree(arcs);
    const std::size_t side = size("rel") + 1;
    for (std::size_t d = 0; d < n; ++d) {
      out_.heads.push_back(heads[d] < 0 ? -1 : heads[d] + static_cast<int>(stretch.first));
      Row a = rel_dep[d], b = rel_head[heads[d] < 0 ? n : static_cast<std::size_t>(heads[d])];
      a.push_back(1);
      b.push_back(1);
      Row score(toy_.header["labels"]["deprel"].size());
      for (std::size_t r = 0; r < score.size(); ++r) {
        for (std::size_t i = 0; i < side; ++i) {
          score[r] += a[i] * dot(numbers("rel.bilinear", (r * side + i) * side, side), b);
        }
      }
      out_.deprel.push_back(static_cast<int>(argmax(score)));
    }

    const std::vector<std::string> names = toy_.header["labels"]["entity"];
    Row start(names.size()), end(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i][0] == 'I' || names[i][0] == 'E') start[i] = kNever;
      if (names[i][0] == 'B' || names[i][0] == 'I') end[i] = kNever;
    }
    const auto entities = best_path(entity, start, end, [&](std::size_t a, std::size_t b) {
      const bool open = names[a][0] == 'B' || names[a][0] == 'I';
      const bool on = names[b][0] == 'I' || names[b][0] == 'E';
      return open == on && (!open || names[a].substr(2) == names[b].substr(2)) ? 0 : kNever;
    });
    out_.entity.insert(out_.entity.end(), entities.begin(), entities.end());
    for (std::size_t k = 0; k < 2; ++k) {
      const std::string name = "attribution." + std::to_string(k) + ".";
      const auto path = best_path(
          attribution[k], numbers(name + "start"), numbers(name + "end"),
          [&](std::size_t a, std::size_t b) { return toy_.at(name + "transition")[a * 7 + b]; });
      out_.attribution[k].insert(out_.attribution[k].end(), path.begin(), path.end());
    }
  }

  void attribute(std::uint32_t window) {
    const std::size_t base = out_.spans.size();
    for (const Stretch& stretch : stretches_) {
      if (stretch.window != window) continue;
      for (std::uint32_t t = stretch.first; t < stretch.end; ++t) {
        for (std::uint8_t k = 0; k < 2; ++k) {
          const int label = out_.attribution[k][t];
          const int before = t > stretch.first ? out_.attribution[k][t - 1] : 0;
          const bool inside = label > 0 && label % 2 == 0 && (before == label || before == label - 1);
          if (label == 0 || inside) continue;
          std::uint32_t end = t + 1;
          const int on = (label + 1) / 2 * 2;
          while (end < stretch.end && out_.attribution[k][end] == on) ++end;
          out_.spans.push_back({t, end, static_cast<Role>((label - 1) / 2), k, kNone, 0});
        }
      }
    }
    for (std::size_t i = base; i < out_.spans.size(); ++i) {
      if (out_.spans[i].role != Role::kSource) link(base, out_.spans[i]);
    }
  }

  void link(std::size_t base, AttributionSpan& span) {
    const bool cue = span.role == Role::kCue;
    const std::string name = cue ? "link.source." : "link.content.";
    const Role sought = cue ? Role::kSource : Role::kCue;
    const Row query = linear(name + "query", out_.vectors[span.first_token]);
    double most = dot(query, numbers(name + "none")), total = std::exp(most);
    for (std::size_t i = base; i < out_.spans.size(); ++i) {
      const AttributionSpan& other = out_.spans[i];
      if (other.role != sought || other.layer != span.layer) continue;
      const int n = static_cast<int>(other.first_token) - static_cast<int>(span.first_token);
      const int far = std::abs(n);
      const int step = far >= 64 ? 7 : far >= 32 ? 6 : far >= 16 ? 5 : far >= 8 ? 4 : far >= 4 ? 3
                       : far >= 2 ? 2 : far;
      const double score =
          dot(query, linear(name + "key", out_.vectors[other.first_token])) /
              std::sqrt(static_cast<double>(size("link"))) +
          toy_.at(name + "distance")[static_cast<std::size_t>(7 + (n < 0 ? -step : step))];
      total += std::exp(score);
      if (score > most) {
        most = score;
        span.link = static_cast<std::uint32_t>(i);
      }
    }
    if (span.link != kNone) span.score = static_cast<float>(std::exp(most) / total);
  }

  int kind(std::uint32_t token) const {
    const std::string name = toy_.header["labels"]["upos"][out_.upos[token]];
    return name == "PRON" || name == "DET" ? 0 : name == "PROPN" ? 1 : 2;
  }

  void refer() {
    std::vector<std::uint32_t> sentence;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      sentence.resize(document_.sentences[s].end_token, s);
    }
    auto word = [&](std::uint32_t t) {
      const auto at = document_.pieces.begin() + document_.tokens[t].first_piece;
      return std::vector<std::uint32_t>(at, at + document_.tokens[t].piece_count);
    };
    for (std::uint32_t t = 0; t < document_.tokens.size(); ++t) {
      const std::size_t type = argmax(linear("referent", out_.vectors[t]));
      if (type == 0) continue;
      Reference reference = {t, static_cast<ReferentType>(type - 1), kNone, 0};
      const Row query = linear("coref.query", out_.vectors[t]);
      double most = 0, total = 1;
      for (std::size_t j = 0; j < out_.references.size(); ++j) {
        if (out_.references.size() - j > 200) continue;
        const Reference& earlier = out_.references[j];
        auto bias = [&](int feature) {
          return toy_.at("coref.bias")[static_cast<std::size_t>(11 * kind(t) + feature)];
        };
        const std::uint32_t gap = sentence[t] - sentence[earlier.token];
        double score = dot(query, linear("coref.key", out_.vectors[earlier.token])) /
                       std::sqrt(static_cast<double>(size("coref")));
        score += bias(gap <= 2 ? static_cast<int>(gap) : gap <= 4 ? 3 : gap <= 8 ? 4 : 5);
        if (word(t) == word(earlier.token)) score += bias(6);
        if (earlier.type == reference.type) score += bias(7);
        score += bias(8 + kind(earlier.token));
        total += std::exp(score);
        if (score > most) {
          most = score;
          reference.antecedent = static_cast<std::uint32_t>(j);
        }
      }
      if (reference.antecedent != kNone) {
        reference.score = static_cast<float>(std::exp(most) / total);
      }
      out_.references.push_back(reference);
    }
  }

  const Toy& toy_;
  const Document& document_;
  const nlohmann::json config_;
  std::vector<Stretch> stretches_;
  Reading out_;
};

}  // namespace

Reading reference_reading(const Toy& toy, const Document& document) {
  return Reader(toy, document).read();
}

std::vector<double> reference_pair(const Toy& toy, const Document& document,
                                   const MarkedPair& pair) {
  Document marked;
  std::array<int, 3> marks = {-1, -1, -1};
  const auto add = [&](const Token& like, const std::vector<std::uint32_t>& ids) {
    Token token = like;
    token.first_piece = static_cast<std::uint32_t>(marked.pieces.size());
    token.piece_count = static_cast<std::uint8_t>(ids.size());
    marked.pieces.insert(marked.pieces.end(), ids.begin(), ids.end());
    marked.tokens.push_back(token);
    return static_cast<int>(marked.tokens.size() - 1);
  };
  const auto mark = [&](std::uint32_t kind) {
    Token token;
    token.shape = static_cast<Shape>(kind);
    token.before = static_cast<Break>(3);
    return add(token, {kind + 1});
  };
  marks[0] = mark(0);
  for (std::uint32_t t = pair.first_token; t < pair.end_token; ++t) {
    if (t == pair.source_first) marks[1] = mark(1);
    if (t == pair.target_first) marks[2] = mark(3);
    const Token& token = document.tokens[t];
    const auto* const ids = document.pieces.data() + token.first_piece;
    add(token, {ids, ids + token.piece_count});
    if (t + 1 == pair.target_end) mark(4);
    if (t + 1 == pair.source_end) mark(2);
  }
  Sentence sentence;
  sentence.end_token = static_cast<std::uint32_t>(marked.tokens.size());
  marked.sentences.push_back(sentence);
  return Reader(toy, marked).pair(marks);
}

}  // namespace tacitus
