#include "core/schedule/schedule.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace hmaplab::schedule {
namespace {

constexpr uint64_t kMostCases = 65536;  // that a select can have in Go

std::optional<uint64_t> parse_count(std::string_view text) {
  uint64_t count = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return count;
}

base::Result<Order> parse_order(std::string_view word) {
  size_t mark = word.find_first_of("*>!/");
  auto actor = actor_named(word.substr(0, mark));
  if (!actor) {
    return base::Error{fmt::format("\"{}\": \"{}\" is not an actor (g1, g2, g2.1, g2~, clock, gc, finalizer)", word,
                                   word.substr(0, mark))};
  }
  Order order{.actor = *actor};
  if (mark == std::string_view::npos) return order;
  std::string_view rest = word.substr(mark + 1);
  switch (word[mark]) {
    case '*': {
      auto count = parse_count(rest);
      if (!count)
        return base::Error{fmt::format("\"{}\": a number of steps is expected after *", word)};
      order.steps = *count;
      return order;
    }
    case '/': {
      auto choice = parse_count(rest);
      if (!choice || *choice >= kMostCases)
        return base::Error{fmt::format("\"{}\": the number of a case is expected after /", word)};
      order.choice = static_cast<uint32_t>(*choice);
      return order;
    }
    case '>': {
      auto point = memory::point_named(rest);
      if (!point)
        return base::Error{fmt::format("\"{}\": there is no point named \"{}\"", word, rest)};
      order.until = Order::Until::Point;
      order.point = *point;
      return order;
    }
    default:
      if (!rest.empty()) return base::Error{fmt::format("\"{}\": nothing may follow !", word)};
      order.until = Order::Until::Blocked;
      return order;
  }
}

}  // namespace

base::Result<Schedule> parse_schedule(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  Schedule schedule;
  while (true) {
    size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return schedule;
    text.remove_prefix(begin);
    std::string_view word = text.substr(0, text.find_first_of(kSpace));
    auto order = parse_order(word);
    if (!order) return base::Error{"schedule: " + order.error()};
    schedule.orders.push_back(order.value());
    text.remove_prefix(word.size());
  }
}

std::string to_text(const Schedule& schedule) {
  std::string text;
  for (const Order& order : schedule.orders) {
    if (!text.empty()) text += ' ';
    text += name(order.actor);
    switch (order.until) {
      case Order::Until::Steps:
        if (order.choice != Move::kNoChoice) text += fmt::format("/{}", order.choice);
        if (order.steps != 1) text += fmt::format("*{}", order.steps);
        break;
      case Order::Until::Point:
        text += fmt::format(">{}", memory::name(order.point));
        break;
      case Order::Until::Blocked:
        text += '!';
        break;
    }
  }
  return text;
}

Schedule recorded(const std::vector<Move>& steps) {
  Schedule schedule;
  for (const Move& move : steps) {
    bool joins = !schedule.orders.empty() && schedule.orders.back().actor == move.actor &&
                 schedule.orders.back().choice == Move::kNoChoice && move.choice == Move::kNoChoice;
    if (joins) {
      ++schedule.orders.back().steps;
    } else {
      schedule.orders.push_back({.actor = move.actor, .choice = move.choice});
    }
  }
  return schedule;
}

}  // namespace hmaplab::schedule
