#include "app/pictures/asking.h"

#include <algorithm>

namespace hmaplab::pictures {
namespace {

void keep_what_happened(std::vector<StepRow>& rows, uint32_t position) {
  std::erase_if(rows, [position](const StepRow& row) { return row.index >= position; });
}

}  // namespace

bool hides_what_comes(const Run& run, const Moment& moment) {
  if (!moment.asked || moment.asked->answer || moment.at_end(run)) return false;
  return run.questions[moment.asked->question].is_prediction();
}

void hide_what_comes(const Run& run, Moment& moment) {
  if (!hides_what_comes(run, moment)) return;
  keep_what_happened(moment.rows, moment.position);
  for (GoroutineCard& card : moment.goroutines) {
    card.hides_next = !card.next.empty();
    card.next = card.next_sentence = "";
  }
  // Of a line that nobody has begun yet the points would tell who is going to.
  std::erase_if(moment.opened_lines, [](const OpenedLine& opened) { return opened.made == 0; });
  for (OpenedLine& opened : moment.opened_lines) {
    const size_t total = opened.total();
    keep_what_happened(opened.points, moment.position);
    opened.behind = total - opened.before - opened.points.size();
  }
  if (moment.notes.word) keep_what_happened(moment.notes.word->accesses, moment.position);
  moment.order.reset();
}

}  // namespace hmaplab::pictures
