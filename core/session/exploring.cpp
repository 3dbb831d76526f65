#include "core/session/exploring.h"

#include <algorithm>

namespace hmaplab::session {

using schedule::Move;
using schedule::Order;

std::vector<Move> moves_to_explore(const Session& session, uint32_t position) {
  std::vector<Move> moves;
  for (uint32_t index = 0; index < std::min(position, session.length()); ++index) {
    const Move move = session.step(index).move();
    // The world stands still until a collection is done: its steps follow each other.
    const bool goes_on = move.actor == schedule::kCollector && !moves.empty() &&
                         moves.back().actor == schedule::kCollector;
    if (!goes_on) moves.push_back(move);
  }
  return moves;
}

schedule::Schedule schedule_to_show(const std::vector<Move>& found) {
  schedule::Schedule schedule = schedule::recorded(found);
  for (Order& order : schedule.orders) {
    if (order.actor == schedule::kCollector) order.until = Order::Until::Blocked;
  }
  return schedule;
}

}  // namespace hmaplab::session
