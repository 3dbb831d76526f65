// While a prediction waits for its answer, pictures are the same whatever comes.
#include "app/pictures/asking.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <sstream>

#include "app/pictures/accesses_picture.h"
#include "app/pictures/census_picture.h"
#include "app/pictures/goroutine_picture.h"
#include "app/pictures/lesson_picture.h"
#include "app/pictures/made_up_testing.h"
#include "app/pictures/now_picture.h"
#include "app/pictures/source_picture.h"
#include "app/pictures/steps_picture.h"
#include "app/pictures/timeline_picture.h"

namespace hmaplab::pictures {
namespace {

constexpr uint32_t kAsked = 9;  // the position of the question

// All that a person can find out: what is painted where, and what is told when the mouse rests.
std::string all_of(const Picture& picture) {
  std::ostringstream text;
  for (const Item& item : picture.items) {
    const Rect place = bounds(item);
    text << item.index() << ' ' << place.x << ' ' << place.y << ' ' << place.w << ' ' << place.h;
    if (const auto* box = std::get_if<Box>(&item)) text << ' ' << static_cast<int>(box->fill);
    if (const auto* label = std::get_if<Label>(&item)) text << ' ' << label->text;
    if (const auto* badge = std::get_if<Badge>(&item)) text << ' ' << badge->text;
    if (const auto* icon = std::get_if<Icon>(&item)) text << ' ' << static_cast<int>(icon->color);
    if (const auto* hit = std::get_if<Hit>(&item)) text << ' ' << hit->tooltip;
    text << '\n';
  }
  return text.str();
}

std::map<std::string, std::string> pictures_of(const Run& run, const Moment& moment) {
  const look::EvenMeasure measure;
  const Rect place{0, 0, 520, 450};
  return {{"source", all_of(source_picture(run, moment, place.w, measure))},
          {"goroutines", all_of(goroutine_picture(run, moment, place, measure))},
          {"timeline", all_of(timeline_picture(run, moment, {0, 0, 900, 120}, measure))},
          {"steps", all_of(steps_picture(run, moment, place.w, measure))},
          {"accesses", all_of(accesses_picture(run, moment, place.w, measure))},
          {"lesson", all_of(lesson_picture(run, moment, place.w, measure))},
          {"now", all_of(now_picture(run, moment, place, measure))}};
}

struct Asking {
  Run run;
  Moment moment;
};

Asking asking(lesson::QuestionKind kind) {
  MadeUp made = made_up_two_writers();
  Asking asking{.run = made.run, .moment = made.moments[kAsked]};
  asking.run.questions = {{.kind = kind,
                           .position = kAsked,
                           .ask = {.en = "What comes?"},
                           .choices = {"one thing", "another"},
                           .right = 1}};
  asking.moment.asked = Asked{};
  asking.moment.notes.word = WordNote{.name = "m.flags", .accesses = asking.moment.rows, .total = 9};
  asking.moment.opened_lines = {{.line = 9, .points = asking.moment.rows, .made = kAsked}};
  return asking;
}

// Another run from the question on.
Asking with_another_future(Asking asking) {
  for (uint32_t step = kAsked; step < asking.run.length(); ++step) {
    asking.run.ticks[step].lane = static_cast<uint8_t>(asking.run.lanes.size() - 1 - asking.run.ticks[step].lane);
    asking.run.ticks[step].kind = TickKind::Output;
  }
  asking.run.ending = {.kind = trace::EndingKind::Fine, .headline = "all is well"};
  for (BeatMark& beat : asking.run.beats)
    if (beat.position > kAsked) beat.title.en = "something else";
  const auto change = [](std::vector<StepRow>& rows) {
    for (StepRow& row : rows)
      if (row.index >= kAsked) row.text.point = row.text.sentence = "else";
  };
  change(asking.moment.rows);
  change(asking.moment.notes.word->accesses);
  change(asking.moment.opened_lines.front().points);
  for (GoroutineCard& card : asking.moment.goroutines)
    if (!card.next.empty()) card.next = card.next_sentence = "something else";
  return asking;
}

std::map<std::string, std::string> told(Asking asking) {
  hide_what_comes(asking.run, asking.moment);
  return pictures_of(asking.run, asking.moment);
}

TEST(Asking, PicturesDoNotDependOnWhatComes) {
  using Kind = lesson::QuestionKind;
  for (const Kind kind : {Kind::Bucket, Kind::Slot, Kind::Goroutine, Kind::Line, Kind::Outcome,
                          Kind::Output, Kind::Claim}) {
    const auto one = told(asking(kind));
    const auto other = told(with_another_future(asking(kind)));
    for (const auto& [name, data] : one)
      EXPECT_EQ(data, other.at(name)) << name << ", " << lesson::name(kind);
  }
}

TEST(Asking, OnceAnsweredEverythingIsToldAgain) {
  Asking one = asking(lesson::QuestionKind::Output);
  one.moment.asked->answer = 0;
  EXPECT_FALSE(hides_what_comes(one.run, one.moment));
  const auto known = told(one);
  const auto other = told(with_another_future(one));
  for (const char* name : {"source", "goroutines", "timeline", "steps", "accesses", "lesson"})
    EXPECT_NE(known.at(name), other.at(name)) << name;
}

TEST(Asking, ATaskHidesNothing) {
  Asking one = asking(lesson::QuestionKind::Repair);
  EXPECT_FALSE(hides_what_comes(one.run, one.moment));
  one.moment.asked.reset();
  EXPECT_FALSE(hides_what_comes(one.run, one.moment));
}

TEST(Asking, AtTheEndThereIsNothingToHide) {
  Asking one = asking(lesson::QuestionKind::Claim);
  one.moment.position = one.run.length();
  EXPECT_FALSE(hides_what_comes(one.run, one.moment));
}

TEST(Asking, TheCensusIsSilent) {
  const look::EvenMeasure measure;
  Census census{.phase = Census::Phase::Done, .complete = true};
  census.outcomes.push_back({.outcome = {.kind = explore::OutcomeKind::Fatal,
                                         .text = "fatal error: concurrent map writes"}});
  const auto has = [](const Picture& picture) {
    return all_of(picture).find("concurrent map writes") != std::string::npos;
  };
  EXPECT_TRUE(has(census_picture(census, 500, measure)));
  EXPECT_FALSE(has(hidden_census_picture(census, 500, measure)));
}

}  // namespace
}  // namespace hmaplab::pictures
