#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/moment_of.h"

namespace hmaplab::pictures {
namespace {

std::string step_name(const session::Session& session, uint32_t index) {
  const vm::Step& step = session.step(index);
  return fmt::format("step {} ({} {})", index + 1, schedule::name(step.actor),
                     memory::name(step.point));
}

std::string path_text(const std::vector<uint32_t>& path) {
  std::string text;
  for (const uint32_t step : path) text += (text.empty() ? "" : " → ") + std::to_string(step + 1);
  return text;
}

// Whether the step is ordered with the pinned one, and by what.
void compare_with_pinned(OrderNote& note, const session::Session& session,
                         const std::vector<session::OrderEdge>& edges, uint32_t pinned,
                         uint32_t step) {
  const uint32_t first = std::min(pinned, step);
  const uint32_t second = std::max(pinned, step);
  note.path = session::order_path(session.timeline(session.branch()), edges, first, second);
  if (note.path.empty()) {
    note.sentence = fmt::format("nothing orders steps {} and {}", first + 1, second + 1);
  } else if (session.step(first).actor == session.step(second).actor) {
    note.sentence = fmt::format("steps {} and {} are of one goroutine", first + 1, second + 1);
  } else {
    note.sentence = fmt::format("ordered: {}", path_text(note.path));
  }
}

}  // namespace

OrderNote order_note(const session::Session& session, const std::vector<session::OrderEdge>& edges,
                     const std::optional<session::Place>& pinned) {
  OrderNote note;
  note.sentence = fmt::format("{} edges; C pins a step to compare with", edges.size());
  if (session.position() == 0) return note;
  const uint32_t step = session.position() - 1;
  for (const session::OrderEdge& edge : edges) {
    if (edge.from != step && edge.to != step) continue;
    note.of_step.push_back(edge);
    note.texts.push_back(fmt::format("{} comes before {}", step_name(session, edge.from),
                                     step_name(session, edge.to)));
  }
  if (!note.texts.empty()) note.sentence = note.texts.front();
  const bool compares = pinned && pinned->branch == session.branch() && pinned->position > 0 &&
                        pinned->position != session.position();
  if (compares) compare_with_pinned(note, session, edges, pinned->position - 1, step);
  return note;
}

}  // namespace hmaplab::pictures
