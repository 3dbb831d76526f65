#include "core/lesson/question.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/trace/map_view.h"

namespace hmaplab::lesson {
namespace {

constexpr size_t kMostChoices = 6;

struct Answering {
  const Question& question;
  const session::Timeline& run;
  uint32_t position;
};

base::Error no_answer(const std::string& why) {
  return {"the question has no answer here: " + why};
}

// The choices in ascending order, the right one among them; of very many those around it.
Options among(std::vector<uint64_t> numbers, uint64_t right, const std::string& word) {
  std::sort(numbers.begin(), numbers.end());
  const auto place = std::find(numbers.begin(), numbers.end(), right);
  size_t first = static_cast<size_t>(place - numbers.begin());
  first = first > kMostChoices / 2 ? first - kMostChoices / 2 : 0;
  if (numbers.size() > kMostChoices) first = std::min(first, numbers.size() - kMostChoices);
  Options options;
  for (size_t i = first; i < std::min(numbers.size(), first + kMostChoices); ++i) {
    if (numbers[i] == right) options.right = options.choices.size();
    options.choices.push_back(fmt::format("{} {}", word, numbers[i]));
  }
  return options;
}

std::vector<uint64_t> up_to(uint64_t end) {
  std::vector<uint64_t> numbers;
  for (uint64_t i = 0; i < end; ++i) numbers.push_back(i);
  return numbers;
}

// The next step of whoever moves at the position that touches a slot or bucket and passes the test.
template <class Test>
std::optional<uint32_t> next_step(const Answering& asked, Test test) {
  if (asked.position >= asked.run.length()) return std::nullopt;
  const schedule::Actor actor = asked.run.step(asked.position).actor;
  for (uint32_t index = asked.position; index < asked.run.length(); ++index) {
    const vm::Step& step = asked.run.step(index);
    if (step.actor == actor && test(step)) return index;
  }
  return std::nullopt;
}

base::Result<Options> bucket(const Answering& asked) {
  // What a growth moves on the way is not looked for.
  const auto index = next_step(asked, [](const vm::Step& made) {
    const bool is_bucket = made.part == vm::MapPart::Bucket || made.part == vm::MapPart::OldBucket ||
                           made.part == vm::MapPart::FormerBucket;
    return is_bucket && memory::operation(made.point) != "evacuate";
  });
  if (!index) return no_answer("nobody touches a bucket behind it");
  const vm::Step& step = asked.run.step(*index);
  if (step.part != vm::MapPart::Bucket) return no_answer("an old bucket is looked into first");
  const vm::World world = asked.run.world_at(asked.position);
  const trace::MapView map = trace::view_map(world, step.map, {.first = 0, .count = 1});
  const uint64_t buckets = std::max<uint64_t>(map.array_length, step.bucket + 1);
  if (buckets < 2) return no_answer("the map has one bucket");
  return among(up_to(buckets), step.bucket, "bucket");
}

base::Result<Options> slot(const Answering& asked) {
  const auto index = next_step(asked, [](const vm::Step& made) {
    const bool in_bucket =
        made.part == vm::MapPart::Bucket || made.part == vm::MapPart::OverflowBucket;
    return in_bucket && made.access == vm::AccessKind::Store && made.index >= 0;
  });
  if (!index) return no_answer("nobody stores into a slot behind it");
  return among(up_to(8), static_cast<uint64_t>(asked.run.step(*index).index), "slot");
}

base::Result<Options> goroutine(const Answering& asked) {
  const bool is_next = asked.question.of == "next";
  if (asked.position >= asked.run.length()) return no_answer("the run is over");
  const uint32_t step = is_next ? asked.position : asked.run.length() - 1;
  const schedule::Actor right = asked.run.step(step).actor;
  std::set<schedule::Actor> actors;
  for (uint32_t index = 0; index < asked.run.length(); ++index)
    actors.insert(asked.run.step(index).actor);
  if (actors.size() < 2) return no_answer("only one goroutine ever moves");
  Options options;
  for (const schedule::Actor actor : actors) {
    if (options.choices.size() + 1 >= kMostChoices && actor > right) break;
    if (actor == right) options.right = options.choices.size();
    options.choices.push_back(schedule::name(actor));
  }
  return options;
}

base::Result<Options> line(const Answering& asked) {
  std::map<uint32_t, uint64_t> lines;
  for (uint32_t index = 0; index < asked.run.length(); ++index)
    if (asked.run.step(index).line > 0) lines[asked.run.step(index).line] = index;
  if (lines.size() < 2) return no_answer("the run makes steps on one line only");
  uint32_t right = 0;
  if (asked.question.of == "next") {
    for (uint32_t i = asked.position; i < asked.run.length() && right == 0; ++i)
      right = asked.run.step(i).line;
  } else {
    for (uint32_t i = asked.run.length(); i-- > 0 && right == 0;) right = asked.run.step(i).line;
  }
  if (right == 0) return no_answer("no step on a line follows");
  std::vector<uint64_t> numbers;
  for (const auto& [number, step] : lines) numbers.push_back(number);
  return among(std::move(numbers), right, "line");
}

base::Result<Options> outcome(const Answering& asked) {
  Options options{.choices = {"ends well", "panic", "fatal error", "deadlock"}};
  switch (asked.run.ending().kind) {
    case trace::EndingKind::Fine:
      options.right = 0;
      return options;
    case trace::EndingKind::Panic:
      options.right = 1;
      return options;
    case trace::EndingKind::Fatal:
    case trace::EndingKind::Throw:
      options.right = 2;
      return options;
    case trace::EndingKind::Deadlock:
      options.right = 3;
      return options;
    case trace::EndingKind::Limit:
      return no_answer("the run does not end");
  }
  return no_answer("the run does not end");
}

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

base::Result<Options> output(const Answering& asked) {
  const auto index = next_step(asked, [](const vm::Step& made) {
    return memory::operation(made.point) == "output";
  });
  if (!index) return no_answer("nothing is printed behind it");
  const std::string before = asked.run.world_at(asked.position).stdout_text();
  const std::string after = asked.run.world_at(*index + 1).stdout_text();
  const std::string printed = trimmed(after.substr(std::min(before.size(), after.size())));
  Options options{.choices = asked.question.choices};
  const auto found = std::find(options.choices.begin(), options.choices.end(), printed);
  if (found == options.choices.end())
    return no_answer(fmt::format("\"{}\" is printed, which is not among the choices", printed));
  options.right = static_cast<size_t>(found - options.choices.begin());
  return options;
}

base::Result<Options> claim(std::string_view verdict) {
  Options options{.choices = {"true", "false", "partly"}};
  const auto found = std::find(options.choices.begin(), options.choices.end(), verdict);
  if (found == options.choices.end()) return no_answer("the lesson does not settle that claim");
  options.right = static_cast<size_t>(found - options.choices.begin());
  return options;
}

}  // namespace

std::string_view name(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::Bucket:
      return "bucket";
    case QuestionKind::Slot:
      return "slot";
    case QuestionKind::Goroutine:
      return "goroutine";
    case QuestionKind::Line:
      return "line";
    case QuestionKind::Outcome:
      return "outcome";
    case QuestionKind::Output:
      return "output";
    case QuestionKind::Claim:
      return "claim";
    case QuestionKind::Sabotage:
      return "sabotage";
    case QuestionKind::Repair:
      return "repair";
  }
  return "";
}

base::Result<Options> options_of(const Question& question, const session::Timeline& run,
                                 uint32_t position,
                                 std::string_view verdict) {
  const Answering asked{question, run, position};
  switch (question.kind) {
    case QuestionKind::Bucket:
      return bucket(asked);
    case QuestionKind::Slot:
      return slot(asked);
    case QuestionKind::Goroutine:
      return goroutine(asked);
    case QuestionKind::Line:
      return line(asked);
    case QuestionKind::Outcome:
      return outcome(asked);
    case QuestionKind::Output:
      return output(asked);
    case QuestionKind::Claim:
      return claim(verdict);
    case QuestionKind::Sabotage:
    case QuestionKind::Repair:
      break;
  }
  return no_answer("it is a task");
}

}  // namespace hmaplab::lesson
