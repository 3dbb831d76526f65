#include "app/shell/schedule_dialog.h"

#include <fmt/core.h>

#include <utility>

#include "app/shell/typing.h"
#include "core/bytecode/compiler.h"
#include "core/session/session.h"
#include "core/vm/run.h"

namespace hmaplab::shell {

using pictures::ScheduleBox;
using pictures::TextField;
using platform::Key;
using State = ScheduleBox::State;

namespace {

struct Word {
  size_t begin = 0;
  size_t end = 0;
  schedule::Order order;
};

// The words up to the first that is no order; that one is told in `judged`.
std::vector<Word> words_of(const std::string& text, Judged& judged) {
  std::vector<Word> words;
  for (size_t begin = text.find_first_not_of(' '); begin != std::string::npos;) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    const auto parsed = schedule::parse_schedule(text.substr(begin, end - begin));
    if (!parsed) {
      judged.state = State::Wrong;
      judged.begin = begin;
      judged.end = end;
      constexpr std::string_view kName = "schedule: ";
      judged.verdict = parsed.error();
      if (judged.verdict.starts_with(kName)) judged.verdict.erase(0, kName.size());
      return words;
    }
    words.push_back({begin, end, parsed.value().orders.front()});
    judged.schedule.orders.push_back(words.back().order);
    begin = text.find_first_not_of(' ', end);
  }
  return words;
}

const char* plural(uint64_t count) { return count == 1 ? "" : "s"; }

void follow(vm::World& world, const std::vector<Word>& words, Judged& judged) {
  for (const Word& word : words) {
    const std::string difference =
        vm::follow(world, {{word.order}}, [&judged](const vm::Step&) { ++judged.steps; });
    if (difference.empty()) continue;
    if (judged.state != State::Wrong) {
      judged.state = State::Differs;
      judged.begin = word.begin;
      judged.end = word.end;
      judged.verdict = difference;
    }
    break;
  }
}

}  // namespace

Judged judge_schedule(const std::string& file, const std::string& source,
                      const vm::Options& options, const std::string& text) {
  Judged judged;
  const std::vector<Word> words = words_of(text, judged);
  check::Options checks;
  checks.version.minor = static_cast<uint32_t>(options.go_minor);
  const bytecode::CompileResult compiled = bytecode::compile_source(file, source, checks);
  if (!compiled.program) {
    judged.state = State::Wrong;
    judged.verdict = "the program does not compile";
    return judged;
  }
  vm::Options limited = options;
  limited.limits.cut_steps(session::Session::kMostSteps);
  vm::World world(*compiled.program, limited);
  follow(world, words, judged);
  const std::string steps = fmt::format("{} step{}", judged.steps, plural(judged.steps));
  if (judged.state == State::Fits) {
    judged.verdict = fmt::format("fits: {}{}", steps,
                                 world.end() ? ", to the end of the process" : ", and then it goes on");
  } else {
    judged.verdict += fmt::format("; before that {} fit{}", steps, judged.steps == 1 ? "s" : "");
  }
  return judged;
}

void ScheduleDialog::begin(const Subject& subject) {
  file_ = subject.file;
  source_ = subject.source;
  options_ = subject.options;
  const session::RunOn& on = subject.study->run_on();
  box_ = ScheduleBox{};
  box_.field = TextField(subject.study->told_schedule(), TextField::Lines::One);
  box_.policy = on.policy;
  box_.seed = on.seed;
  is_accepted_ = false;
  judge();
}

void ScheduleDialog::judge() {
  judged_.reset();
  box_.state = State::Checking;
  box_.begin = box_.end = 0;
  judge_.start([file = file_, source = source_, options = options_, text = box_.field.text()] {
    return judge_schedule(file, source, options, text);
  });
}

void ScheduleDialog::type(const platform::KeyPress& press) {
  if (press.key == Key::Enter) return accept();
  const uint64_t version = box_.field.version();
  type_into(box_.field, press, TextField::Lines::One);
  if (box_.field.version() != version) judge();
}

std::optional<Judged> ScheduleDialog::poll() {
  if (auto judged = judge_.take()) {
    box_.state = judged->state;
    box_.verdict = judged->verdict;
    box_.begin = judged->begin;
    box_.end = judged->end;
    judged_ = std::move(judged);
  }
  if (!is_accepted_ || !judged_) return std::nullopt;
  is_accepted_ = false;
  if (judged_->state == State::Wrong) return std::nullopt;  // the sentence says it
  return std::exchange(judged_, std::nullopt);
}

}  // namespace hmaplab::shell
