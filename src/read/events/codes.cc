// The code of an event: what the dictionary or the tables say of its word, and what the clause
// below it, tense and negation make of that.
#include "read/events/coder.h"

namespace tacitus {
namespace {

bool is_cooperative(Root root) { return root <= Root::kYield; }

bool is_hostile(Root root) {
  return root == Root::kProtest || root == Root::kSanction || root == Root::kMobilize ||
         root == Root::kCoerce || root == Root::kAssault;
}

// What a demand or a refusal is about, by the act that stands below it.
std::string_view aim_of(Root below) {
  switch (below) {
    case Root::kConsult: return "meet";
    case Root::kAid:
    case Root::kCooperate:
    case Root::kSupport: return "assist";
    case Root::kYield: return "yield";
    default: return {};
  }
}

struct Aim {
  Root root;
  std::string_view mode, cameo;
};
constexpr Aim kAims[] = {
    {Root::kRequest, "meet", "106"}, {Root::kRequest, "assist", "103"},
    {Root::kRequest, "yield", "105"}, {Root::kReject, "meet", "125"},
    {Root::kReject, "assist", "122"}, {Root::kReject, "yield", "124"},
};

struct Menace {
  Root below;
  std::string_view mode, cameo;
};
constexpr Menace kMenaces[] = {
    {Root::kAssault, "violence", "138"},  {Root::kSanction, "relations", "131"},
    {Root::kCoerce, "restrict", "132"},   {Root::kProtest, "restrict", "133"},
    {Root::kReject, "relations", "130"},  {Root::kMobilize, "violence", "138"},
};

std::string place_of(const EventFrame& frame) {
  return (frame.is_noun ? "nouns.tsv:" : "verbs.tsv:") + std::to_string(frame.line);
}

std::string_view name_or_none(std::optional<Root> root) {
  return root ? name_of(*root) : std::string_view("no event");
}

}  // namespace

// What the act is about, where the clause below tells it: "refused to meet" is a refusal to meet,
// "vowed to attack" no promise.
void EventCoder::refine(const EventClause& clause, Code& code) const {
  const std::uint32_t below = clause.infinitive != kNone ? clause.infinitive : clause.clause;
  if (below == kNone) return refine_by_object(clause, code);
  EventClause inner;
  read_clause(reading_, below, inner);
  const EventFrame* frame = frame_of_verb(reading_, words_, inner).frame;
  if (!frame || !frame->root) return;
  const Root act = *frame->root;
  Root& root = *code.root;
  if (root == Root::kAgree && is_hostile(act)) root = Root::kThreaten;
  else if (root == Root::kThreaten && is_cooperative(act) &&
           reading_.plain(clause.verb).starts_with("vow")) root = Root::kAgree;
  if (root == Root::kAgree) {
    const std::string_view future = plover_.future_code(act);
    if (!future.empty()) code.cameo = future;
    else if (act == Root::kYield) code.cameo = "035";
  } else if (root == Root::kThreaten) {
    for (const Menace& menace : kMenaces) {
      if (menace.below != act) continue;
      code.mode = menace.mode;
      code.cameo = menace.cameo;
    }
    if (frame->mode == "arrest" || frame->mode == "expel") code.mode = frame->mode;
  } else {
    for (const Aim& aim : kAims) {
      if (aim.root != root || aim.mode != aim_of(act)) continue;
      code.mode = aim.mode;
      code.cameo = aim.cameo;
    }
  }
}

// "called for talks", "rejected a ceasefire".
void EventCoder::refine_by_object(const EventClause& clause, Code& code) const {
  if (!code.mode.empty()) return;
  NounClasses classes;
  // "asked the minister for a loan": what is wanted stands behind "for", and before it who is asked.
  bool is_for = false;
  for (const EventClause::Oblique& oblique : clause.obliques) {
    if (oblique.preposition != "for") continue;
    classes |= classes_of(reading_, words_, oblique.token);
    is_for = code.root == Root::kRequest;
  }
  if (!is_for) {
    for (const std::uint32_t object : clause.objects) classes |= classes_of(reading_, words_, object);
  }
  std::string_view mode;
  const auto has = [&](std::string_view name) {
    return (classes & words_.class_named(name)).any();
  };
  // "demanded the release", "called for a withdrawal": an act by its noun.
  const auto take_act = [&](std::uint32_t noun) {
    if (!mode.empty() || code.root != Root::kRequest) return;
    for (const std::uint32_t index : words_.noun_frames(reading_.plain(noun))) {
      if (words_.frame(index).root == Root::kYield) mode = "yield";
    }
  };
  for (const EventClause::Oblique& oblique : clause.obliques) {
    if (is_for && oblique.preposition == "for") take_act(oblique.token);
  }
  if (!is_for) {
    for (const std::uint32_t object : clause.objects) take_act(object);
  }
  if (!mode.empty()) classes.reset();
  if (has("ceasefire") || has("prisoner")) mode = "yield";
  else if (has("talks")) mode = "meet";
  else if (has("aid")) mode = "assist";
  for (const Aim& aim : kAims) {
    if (aim.root != *code.root || aim.mode != mode) continue;
    code.mode = aim.mode;
    code.cameo = aim.cameo;
  }
}

EventCoder::Code EventCoder::code_of(const Trigger& trigger, const EventClause& clause) const {
  Code code;
  if (trigger.match) {
    code.is_given = true;
    code.cameo = trigger.match->code;
    code.rule = trigger.match->rule;
    if (const CameoCode* known = plover_.cameo(code.cameo)) {
      code.root = known->root;
      code.mode = known->mode;
    }
    if (trigger.found.frame) {
      const EventFrame& next = *trigger.found.frame;
      code.runner_up = place_of(next) + ' ' + std::string(name_or_none(next.root));
    }
    return code;
  }
  const EventFrame& frame = *trigger.found.frame;
  code.root = frame.root;
  if (!code.root) return code;
  code.mode = frame.mode;
  code.cameo = frame.cameo;
  code.rule = place_of(frame);
  if (const EventFrame* next = trigger.found.runner_up) {
    code.runner_up = place_of(*next) + ' ' + std::string(name_or_none(next->root));
  }
  if (!frame.is_noun && (*code.root == Root::kAgree || *code.root == Root::kThreaten ||
                         *code.root == Root::kRequest || *code.root == Root::kReject)) {
    refine(clause, code);
  }
  return code;
}

// Cooperation that is to come is an agreement.
void EventCoder::put_off(Code& code) const {
  const std::string_view future = plover_.future_code(*code.root);
  if (future.empty()) return;
  code.root = Root::kAgree;
  code.mode.clear();
  code.cameo = future;
}

// The code with what tense and negation make of it by PLOVER's rules: cooperation that is to come
// is an agreement, and cooperation that will not come a refusal.
EventCoder::Code EventCoder::coded(const Trigger& trigger, const EventClause& clause,
                                   StatusFound& status) const {
  Code code = code_of(trigger, clause);
  if (!code.root || code.is_given) return code;
  if (status.is_negated_future && is_cooperative(*code.root)) {
    const std::string_view mode = aim_of(*code.root);
    code.root = Root::kReject;
    code.mode.clear();
    code.cameo.clear();
    for (const Aim& aim : kAims) {
      if (aim.root != Root::kReject || aim.mode != mode) continue;
      code.mode = aim.mode;
      code.cameo = aim.cameo;
    }
    status.status = EventStatus::kActual;
  } else if (status.is_offer && is_cooperative(*code.root) &&
             status.status != EventStatus::kDenied) {
    const std::string_view future = plover_.future_code(*code.root);
    code.cameo = !future.empty() ? future : *code.root == Root::kYield ? "035" : "030";
    code.root = Root::kAgree;
    code.mode.clear();
  } else if (status.is_offer && is_hostile(*code.root) &&
             status.status != EventStatus::kDenied) {
    // "is ready to retaliate" threatens.
    code.mode.clear();
    for (const Menace& menace : kMenaces) {
      if (menace.below != *code.root) continue;
      code.mode = menace.mode;
      code.cameo = menace.cameo;
    }
    code.root = Root::kThreaten;
    status.status = EventStatus::kActual;
  } else if (status.status == EventStatus::kPlanned) {
    put_off(code);
  }
  if (code.cameo.empty()) code.cameo = plover_.general_code(*code.root);
  return code;
}

}  // namespace tacitus
