#include "app/shell/session_study.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "app/pictures/asking.h"
#include "app/pictures/source_picture.h"
#include "core/lesson/record.h"
#include "core/session/exploring.h"
#include "core/session/token.h"

namespace hmaplab::shell {

using pictures::Command;
using session::Grain;
using Kind = pictures::Command::Kind;

namespace {

constexpr uint32_t kNever = std::numeric_limits<uint32_t>::max();

Grain coarser(Grain grain) { return grain == Grain::Access ? Grain::Operation : Grain::Line; }
bool asks_for_beat(Kind kind) {
  return kind == Kind::Beat || kind == Kind::NextBeat || kind == Kind::PreviousBeat;
}
// To another place, and not on from this one.
bool jumps(Kind kind) { return kind == Kind::Seek || kind == Kind::First || kind == Kind::Last; }
Grain finer(Grain grain) { return grain == Grain::Line ? Grain::Operation : Grain::Access; }

Grain grain_of(const Command& command, Grain now) {
  if (command.kind == Kind::CoarserGrain) return coarser(now);
  return command.kind == Kind::FinerGrain ? finer(now) : command.grain;
}

schedule::Move move_of(const Command& command) {
  schedule::Move move = command.actor;
  if (command.number > 0) move.choice = static_cast<uint32_t>(command.number - 1);
  return move;
}

}  // namespace

SessionStudy::SessionStudy(session::Session& session, pictures::RunTexts texts)
    : session_(session), texts_(std::move(texts)), shown_branch_(session.branch()) {
  run_ = pictures::run_of(session_, texts_);
  if (!texts_.beats.empty() && texts_.beats.front().position == session_.position())
    choices_.beat = 0;
  refresh();
}

void SessionStudy::apply(const Command& command) {
  if (quiz_.take(command, moment_)) return refresh();
  const session::Place before = session_.place();
  const uint32_t position = session_.position();
  const size_t branch = session_.branch();
  const std::optional<size_t> beat = choices_.beat;
  choices_.said.clear();
  move(command);
  note_fork(branch);
  const bool moved = session_.position() != position || session_.branch() != branch;
  const bool stays = session_.branch() == branch || command.kind == Kind::Choose;
  const bool goes_on = stays && session_.position() > position;
  choices_.since = goes_on && !jumps(command.kind) ? std::optional(position) : std::nullopt;
  if (moved && choices_.beat == beat && !asks_for_beat(command.kind)) choices_.beat.reset();
  const bool is_along_the_way =
      command.tool == pictures::Tool::Earlier || command.tool == pictures::Tool::Later;
  if (moved && !is_along_the_way) note_place(before);
  quiz_.look(census());
  refresh();
}

void SessionStudy::note_place(const session::Place& before) {
  constexpr size_t kMostPlaces = 1000;
  later_.clear();
  earlier_.push_back(before);
  if (earlier_.size() > kMostPlaces) earlier_.erase(earlier_.begin());
}

void SessionStudy::go_along_the_way(pictures::Tool direction) {
  auto& from = direction == pictures::Tool::Earlier ? earlier_ : later_;
  auto& onto = direction == pictures::Tool::Earlier ? later_ : earlier_;
  if (from.empty()) {
    choices_.said = direction == pictures::Tool::Earlier ? "nothing was looked at before"
                                                         : "nothing was looked at behind it";
    return;
  }
  onto.push_back(session_.place());
  session_.go_to(from.back());
  from.pop_back();
}

bool SessionStudy::poll() {
  const bool goes_on = explorer_.poll();
  quiz_.look(census());
  if (const auto asked = quiz_.asked(census()); asked && asked->hints > 1) moment_.asked = asked;
  return goes_on;
}

std::string SessionStudy::told_schedule() const {
  const bool hides = pictures::hides_what_comes(run_, moment_);
  return session_.schedule_text(hides ? session_.position() : session_.length());
}

std::string SessionStudy::beat_toml() const {
  uint32_t from = 0;
  for (const pictures::BeatMark& beat : run_.beats)
    if (beat.position <= session_.position()) from = std::max(from, beat.position);
  return lesson::beat_toml(session_.timeline(session_.branch()), session_.position(), from);
}

void SessionStudy::give_hint() {
  const auto from = quiz_.give_hint();
  if (!from) return;
  const pictures::QuestionMark& question = texts_.questions[quiz_.asked(census())->question];
  explorer_.start({.file = texts_.file,
                   .source = texts_.source,
                   .options = session_.world().options(),
                   .before = session::moves_to_explore(session_, *from),
                   .position = *from,
                   .choices = {.points = question.points, .preemptions = question.preemptions},
                   .most_states = explore::GraphOptions{}.most_states});
}

void SessionStudy::look_at(const pictures::Looks& looks) {
  if (looks == choices_.looks) return;
  choices_.looks = looks;
  refresh();
}

void SessionStudy::move(const Command& command) {
  switch (command.kind) {
    case Kind::Forward:
      return session_.forward(choices_.grain);
    case Kind::Back:
      return session_.back(choices_.grain);
    case Kind::ForwardBy:
      return session_.forward(command.grain);
    case Kind::BackBy:
      return session_.back(command.grain);
    case Kind::First:
    case Kind::Last:
    case Kind::Seek:
      return session_.seek(position_of(command));
    case Kind::Beat:
    case Kind::NextBeat:
    case Kind::PreviousBeat:
      return go_to_beat(command);
    case Kind::SetGrain:
    case Kind::CoarserGrain:
    case Kind::FinerGrain:
      choices_.grain = grain_of(command, choices_.grain);
      return;
    case Kind::Choose:
      return choose(command);
    case Kind::NextBranch:
      return session_.switch_branch((session_.branch() + 1) % session_.branch_count());
    case Kind::ShowBranch:
      return session_.switch_branch(command.number);
    case Kind::ShowBuckets:
      choices_.first_bucket = command.number;
      return;
    case Kind::Explore:
    case Kind::StopExploring:
    case Kind::CensusMode:
    case Kind::CensusPoints:
    case Kind::CensusBound:
    case Kind::CensusStart:
    case Kind::ShowOutcome:
      return change_census(command);
    case Kind::Hint:
      return give_hint();
    case Kind::Use:
      if (command.tool == pictures::Tool::Earlier || command.tool == pictures::Tool::Later)
        return go_along_the_way(command.tool);
      return tools_.use(command, run_, moment_);
    case Kind::OpenLine:
      return open_line(static_cast<uint32_t>(command.number));
    default:  // what the window does itself
      return;
  }
}

void SessionStudy::open_line(uint32_t line) {
  if (line == 0) line = pictures::line_in_focus(run_, moment_);
  if (choices_.opened_lines.erase(line) > 0) return;
  if (run_.has_points(line)) {
    choices_.opened_lines.insert(line);
  } else {
    choices_.said = "nothing shared is touched on this line";
  }
}

void SessionStudy::note_fork(size_t from) {
  const size_t branch = session_.branch();
  if (branch == from || branch == 0 || forks_.contains(branch)) return;
  const uint32_t fork = session_.timeline(branch).branched_at();
  const auto earlier = forks_.find(from);
  forks_[session_.branch()] = earlier == forks_.end() ? fork : std::min(fork, earlier->second);
}

void SessionStudy::change_census(const Command& command) {
  if (command.kind == Kind::Explore) return explore(explore::GraphOptions{}.most_states);
  if (command.kind == Kind::StopExploring) return explorer_.stop();
  if (command.kind == Kind::ShowOutcome) return show_outcome(command.number);
  explorer_.choose(command);
}

void SessionStudy::explore(uint64_t most_states) {
  const uint32_t position = census().choices.from_beginning ? 0 : session_.position();
  explorer_.start({.file = texts_.file,
                   .source = texts_.source,
                   .options = session_.world().options(),
                   .before = session::moves_to_explore(session_, position),
                   .position = position,
                   .choices = {},
                   .most_states = most_states});
}

void SessionStudy::explore_to_end() {
  constexpr uint64_t kMostStates = 200'000;
  explore(kMostStates);
  explorer_.finish();
}

// The cursor goes to the end: that is what was asked for.
void SessionStudy::show_outcome(size_t outcome) {
  const auto& outcomes = census().outcomes;
  if (outcome >= outcomes.size() || outcomes[outcome].witness.empty()) return;
  session_.start_branch(session::schedule_to_show(outcomes[outcome].witness));
  session_.seek(session_.length());
  note_fork_from_lesson();
}

void SessionStudy::follow(const schedule::Schedule& schedule, uint32_t steps,
                          const session::RunOn& how) {
  session_.start_branch(schedule);
  note_fork_from_lesson();
  session_.seek(steps);
  session_.set_policy(how.policy, how.seed);
  note_fork_from_lesson();
  choices_.said.clear();
  choices_.beat.reset();
  refresh();
}

void SessionStudy::note_fork_from_lesson() {
  const size_t branch = session_.branch();
  if (branch == 0 || forks_.contains(branch)) return;
  const session::Timeline& lesson = session_.timeline(0);
  const uint32_t most = std::min(lesson.length(), session_.length());
  uint32_t fork = 0;
  while (fork < most && lesson.step(fork).move() == session_.step(fork).move()) ++fork;
  forks_[branch] = fork;
}

void SessionStudy::choose(const Command& command) {
  session_.choose(move_of(command), choices_.grain);
}

void SessionStudy::go_to_beat(const Command& command) {
  if (command.kind == Kind::Beat) return go_to_beat(command.number);
  step_beat(command.kind == Kind::NextBeat ? +1 : -1);
}

void SessionStudy::go_to_beat(size_t beat) {
  if (beat >= texts_.beats.size()) return;
  if (session_.branch() != 0) session_.switch_branch(0);
  session_.seek(texts_.beats[beat].position);
  choices_.beat = beat;
}

uint32_t SessionStudy::position_of(const Command& command) const {
  if (command.kind == Kind::First) return 0;
  const uint64_t wanted = command.kind == Kind::Last ? session_.length() : command.number;
  return static_cast<uint32_t>(std::min<uint64_t>(wanted, session_.length()));
}

// Several beats may stand at one position: from a beat the next is the next in the list.
void SessionStudy::step_beat(int by) {
  const uint32_t position = session_.position();
  const auto& beats = texts_.beats;
  if (by > 0) {
    size_t next = choices_.beat ? *choices_.beat + 1 : 0;
    while (!choices_.beat && next < beats.size() && beats[next].position <= position) ++next;
    const uint32_t to = next < beats.size() ? beats[next].position : session_.length();
    const auto question = session_.branch() == 0 ? quiz_.position_between(position, to) : std::nullopt;
    if (!question) return go_to_beat(next);
    session_.seek(*question);
    return choices_.beat.reset();
  }
  if (choices_.beat) {
    if (*choices_.beat > 0) go_to_beat(*choices_.beat - 1);
    return;
  }
  for (size_t beat = beats.size(); beat-- > 0;) {
    if (beats[beat].position < position) return go_to_beat(beat);
  }
}

void SessionStudy::refresh() {
  if (session_.branch() != shown_branch_) {
    shown_branch_ = session_.branch();
    pictures::RunTexts texts = texts_;
    const auto fork = forks_.find(shown_branch_);
    for (pictures::BeatMark& beat : texts.beats) {
      if (fork != forks_.end() && beat.position > fork->second) beat.position = kNever;
    }
    run_ = pictures::run_of(session_, texts);
  }
  if (choices_.looks.order && !run_.order)
    run_.order = session::order_edges(session_.program(), session_.timeline(session_.branch()));
  moment_ = pictures::moment_of(session_, run_, choices_);
  moment_.asked = quiz_.asked(census());
  pictures::hide_what_comes(run_, moment_);
}

}  // namespace hmaplab::shell
