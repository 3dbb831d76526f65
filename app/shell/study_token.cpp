// Tokens of a SessionStudy: the name of the step it stands at, and the way to the step that one names.
#include <algorithm>

#include "app/shell/session_study.h"

namespace hmaplab::shell {
namespace {

// How many of the moves the run makes, from its beginning on.
uint32_t moves_in_common(const session::Timeline& run, const std::vector<schedule::Move>& moves) {
  const auto most = static_cast<uint32_t>(std::min<size_t>(run.length(), moves.size()));
  uint32_t common = 0;
  while (common < most && run.step(common).move() == moves[common]) ++common;
  return common;
}

}  // namespace

session::Token SessionStudy::token_here() const {
  const vm::Options& options = session_.world().options();
  session::Token token{.program = session::program_id(texts_.source),
                       .seed = options.seed,
                       .procs = options.procs,
                       .go_minor = static_cast<uint32_t>(options.go_minor),
                       .memory = static_cast<uint32_t>(options.memory)};
  for (uint32_t i = 0; i < session_.position(); ++i) token.moves.push_back(session_.step(i).move());
  return token;
}

bool SessionStudy::go_to(const session::Token& token) {
  session::Token here = token_here();
  here.moves = token.moves;
  if (here != token) return false;
  const session::Place before = session_.place();
  std::string difference;
  if (moves_in_common(session_.timeline(0), token.moves) == token.moves.size()) {
    if (session_.branch() != 0) session_.switch_branch(0);
  } else {
    difference = session_.start_branch(schedule::recorded(token.moves));
    note_fork_from_lesson();
  }
  session_.seek(moves_in_common(session_.timeline(session_.branch()), token.moves));
  choices_.said = difference.empty() ? "" : "the token fits up to here: " + difference;
  choices_.beat.reset();
  choices_.since.reset();
  note_place(before);
  refresh();
  return true;
}

}  // namespace hmaplab::shell
