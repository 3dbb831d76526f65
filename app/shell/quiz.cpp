#include "app/shell/quiz.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/schedule/schedule.h"

namespace hmaplab::shell {

using lesson::QuestionKind;
using pictures::Asked;
using pictures::Command;
using pictures::QuestionMark;
using Kind = pictures::Command::Kind;

namespace {

constexpr size_t kMostHints = 3;

// Changes of actor while the one before could go on.
uint32_t switches_of(const session::Timeline& run) {
  uint32_t switches = 0;
  vm::World world = run.world_at(0);
  for (uint32_t i = 0; i < run.length(); ++i) {
    const bool changes = i > 0 && run.step(i).actor != run.step(i - 1).actor;
    if (changes && world.is_enabled(run.step(i - 1).actor)) ++switches;
    world.step(run.step(i).move());
  }
  return switches;
}

bool ends_as(const session::Timeline& run, const std::string& goal) {
  return run.ending().headline.find(goal) != std::string::npos ||
         run.last().stdout_text().find(goal) != std::string::npos;
}

// The bucket, or the slot, that has this address.
std::optional<uint64_t> place_of(const pictures::Moment& moment, memory::Address address,
                                 QuestionKind kind) {
  for (const trace::MapView& map : moment.maps) {
    for (const trace::ChainView& chain : map.buckets) {
      for (const trace::BucketView& bucket : chain.buckets) {
        if (kind == QuestionKind::Bucket && bucket.address == address) return chain.index;
        for (size_t slot = 0; slot < bucket.slots.size(); ++slot) {
          const trace::SlotView& cell = bucket.slots[slot];
          if (address != cell.tophash_at && address != cell.key_at && address != cell.elem_at)
            continue;
          return kind == QuestionKind::Bucket ? chain.index : slot;
        }
      }
    }
  }
  return std::nullopt;
}

std::string choice_of(const QuestionMark& question, const Command& command,
                      const pictures::Moment& moment) {
  const bool names_place = command.kind == Kind::ShowBytes || command.tool == pictures::Tool::Select;
  switch (question.kind) {
    case QuestionKind::Bucket:
    case QuestionKind::Slot:
      if (const auto place = place_of(moment, command.address, question.kind); names_place && place)
        return fmt::format("{} {}", lesson::name(question.kind), *place);
      return "";
    case QuestionKind::Goroutine:
      return command.kind == Kind::Choose ? schedule::name(command.actor) : "";
    case QuestionKind::Line:
      return command.kind == Kind::OpenLine || command.tool == pictures::Tool::Breakpoint
                 ? fmt::format("line {}", command.number)
                 : "";
    case QuestionKind::Outcome:
    case QuestionKind::Output:
    case QuestionKind::Claim:
    case QuestionKind::Sabotage:
    case QuestionKind::Repair:
      return "";
  }
  return "";
}

// Every second of the wrong choices, so that the right one and about half of the others stay.
std::vector<bool> struck_choices(const QuestionMark& question) {
  std::vector<bool> struck(question.choices.size(), false);
  size_t wrong = 0;
  for (size_t i = 0; i < struck.size(); ++i)
    if (i != question.right) struck[i] = wrong++ % 2 == 0;
  return struck;
}

const pictures::CensusOutcome* shortest(const pictures::Census& census, const std::string& goal) {
  const pictures::CensusOutcome* best = nullptr;
  for (const pictures::CensusOutcome& one : census.outcomes) {
    const bool fits = goal.empty() ? one.fails()
                                   : one.outcome.text.find(goal) != std::string::npos ||
                                         one.outcome.stdout_text.find(goal) != std::string::npos;
    if (!fits || one.witness.empty()) continue;
    if (best == nullptr || one.switches < best->switches) best = &one;
  }
  return best;
}

}  // namespace

std::optional<size_t> Quiz::current() const {
  std::optional<size_t> found;
  for (size_t i = 0; i < questions_.size(); ++i) {
    const QuestionMark& question = questions_[i];
    const bool in_lesson = session_.branch() == 0;
    const bool is_here = in_lesson ? session_.position() == question.position
                                   : !question.is_prediction() && begun_ == i;
    if (is_here) found = i;
  }
  return found;
}

std::optional<Asked> Quiz::asked(const pictures::Census& census) const {
  const auto question = current();
  if (!question) return std::nullopt;
  Asked asked{.question = *question};
  const auto known = progress_.find(*question);
  if (known == progress_.end()) return asked;
  asked.answer = known->second.answer;
  asked.hints = known->second.hints;
  asked.solved = known->second.solved;
  asked.switches = known->second.switches;
  add_hints(asked, census);
  return asked;
}

void Quiz::add_hints(Asked& asked, const pictures::Census& census) const {
  const QuestionMark& question = questions_[asked.question];
  if (question.is_prediction()) {
    if (asked.hints >= 2) asked.struck = struck_choices(question);
    if (asked.hints >= 3) asked.third = "the engine says: " + question.choices[question.right];
    return;
  }
  if (asked.hints < 2) return;
  const pictures::CensusOutcome* found =
      shortest(census, question.kind == QuestionKind::Sabotage ? question.goal : "");
  if (found == nullptr) {
    asked.second = census.phase == pictures::Census::Phase::Running ? "exploring all schedules …"
                                                                    : "no schedule does that";
    return;
  }
  asked.second = fmt::format("{} context switches are enough", found->switches);
  if (asked.hints >= 3)
    asked.third = schedule::to_text(schedule::recorded(found->witness));
}

std::optional<size_t> Quiz::answer_of(const QuestionMark& question, const Command& command,
                                      const pictures::Moment& moment) const {
  if (command.kind == Kind::Answer)
    return command.number < question.choices.size() ? std::optional<size_t>(command.number)
                                                    : std::nullopt;
  const std::string choice = choice_of(question, command, moment);
  const auto found = std::find(question.choices.begin(), question.choices.end(), choice);
  if (choice.empty() || found == question.choices.end()) return std::nullopt;
  return static_cast<size_t>(found - question.choices.begin());
}

bool Quiz::take(const Command& command, const pictures::Moment& moment) {
  const auto question = current();
  if (question) begun_ = question;
  if (!question || !questions_[*question].is_prediction()) return false;
  Progress& progress = progress_[*question];
  if (progress.answer) return false;
  const auto answer = answer_of(questions_[*question], command, moment);
  if (!answer) return false;
  progress.answer = answer;
  progress.solved = *answer == questions_[*question].right;
  return true;
}

std::optional<uint32_t> Quiz::give_hint() {
  const auto question = current();
  if (!question) return std::nullopt;
  Progress& progress = progress_[*question];
  progress.hints = std::min(progress.hints + 1, kMostHints);
  const bool explores = !questions_[*question].is_prediction() && progress.hints >= 2;
  return explores ? std::optional<uint32_t>(questions_[*question].position) : std::nullopt;
}

void Quiz::look(const pictures::Census& census) {
  const auto question = current();
  if (!question || questions_[*question].is_prediction()) return;
  const QuestionMark& mark = questions_[*question];
  if (mark.kind == QuestionKind::Repair) {
    const bool is_proved = census.phase == pictures::Census::Phase::Done && census.complete &&
                           !census.shortest_failure() && !census.outcomes.empty();
    if (is_proved) progress_[*question].solved = true;
    return;
  }
  const session::Timeline& run = session_.timeline(session_.branch());
  const bool is_own = session_.branch() > 0;  // the lesson's own run is no solution of anybody's
  if (!is_own || session_.position() != run.length()) return;
  // The run of a branch stays as it is: its switches are counted once.
  if (!judged_.emplace(*question, session_.branch()).second || !ends_as(run, mark.goal)) return;
  Progress& progress = progress_[*question];
  const uint32_t switches = switches_of(run);
  progress.solved = true;
  progress.switches = std::min(progress.switches.value_or(switches), switches);
}

std::optional<uint32_t> Quiz::position_between(uint32_t from, uint32_t to) const {
  std::optional<uint32_t> first;
  for (const QuestionMark& question : questions_) {
    if (question.position <= from || question.position >= to) continue;
    first = std::min(first.value_or(question.position), question.position);
  }
  return first;
}

}  // namespace hmaplab::shell
