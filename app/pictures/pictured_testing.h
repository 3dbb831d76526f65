// A program run to its end and pictured, for tests that compare what pictures show.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>

#include "app/pictures/bucket_array.h"
#include "app/pictures/goroutine_picture.h"
#include "app/pictures/heap_picture.h"
#include "app/pictures/hmap_header.h"
#include "app/pictures/legible_testing.h"
#include "app/pictures/locks_picture.h"
#include "app/pictures/map_layout.h"
#include "app/pictures/map_picture.h"
#include "app/pictures/moment_of.h"
#include "app/pictures/now_picture.h"
#include "app/pictures/output_picture.h"
#include "app/pictures/source_picture.h"
#include "app/pictures/timeline_picture.h"
#include "core/vm/run_testing.h"

namespace hmaplab::pictures {

struct Pictured {
  std::string source;
  std::unique_ptr<const bytecode::Program> program;
  std::unique_ptr<session::Session> session;
  Run run;
  Moment moment;
};

// `position`: without it the end.
inline Moment moment_at(Pictured& pictured, uint32_t position) {
  pictured.session->seek(position);
  MomentChoices choices;
  choices.looks.sync = true;
  choices.looks.heap = true;
  return moment_of(*pictured.session, pictured.run, choices);
}

inline Pictured pictured(const std::string& source) {
  Pictured made;
  made.source = source;
  made.program = vm::compile(source);
  made.session =
      std::make_unique<session::Session>(*made.program, vm::Options{}, schedule::Schedule{});
  made.run = run_of(*made.session, {.title = {.en = "a program"}, .source = source});
  made.moment = moment_at(made, made.session->length());
  return made;
}

inline std::string text_of(const Rect& rect) {
  std::ostringstream text;
  text << rect.x << ' ' << rect.y << ' ' << rect.w << ' ' << rect.h;
  return text.str();
}

// All that can be seen of a picture.
inline std::string data_of(const Picture& picture) {
  std::ostringstream text;
  for (const Item& item : picture.items) {
    if (std::holds_alternative<Hit>(item)) continue;
    text << item.index() << ' ' << text_of(bounds(item));
    if (const auto* box = std::get_if<Box>(&item))
      text << ' ' << static_cast<int>(box->fill) << ' ' << static_cast<int>(box->border) << ' '
           << box->dashed;
    if (const auto* label = std::get_if<Label>(&item))
      text << ' ' << label->text << ' ' << static_cast<int>(label->color) << ' ' << label->struck;
    if (const auto* badge = std::get_if<Badge>(&item)) text << ' ' << badge->text << badge->hollow;
    if (const auto* icon = std::get_if<Icon>(&item)) text << ' ' << static_cast<int>(icon->shape);
    text << '\n';
  }
  return text.str();
}

// The parts of the window at the end of the run, as data, by name. Of maps the first.
inline std::map<std::string, std::string> parts_of(const Pictured& pictured) {
  const look::EvenMeasure measure;
  const Rect place{0, 0, 520, 450};
  const Run& run = pictured.run;
  Moment moment = pictured.moment;
  moment.touched.reset();
  std::map<std::string, std::string> parts = {
      {"source", data_of(source_picture(run, moment, place.w, measure))},
      {"goroutines", data_of(goroutine_picture(run, moment, place, measure))},
      {"timeline", data_of(timeline_picture(run, moment, {0, 0, 900, 120}, measure))},
      {"output", data_of(output_picture(run, moment, place.w, measure))},
      {"end", data_of(now_picture(run, moment, place, measure))},
      {"locks", data_of(locks_picture(run, moment, place.w, measure))},
      {"name", ""},
      {"header", ""},
      {"buckets", ""}};
  if (moment.maps.empty()) return parts;
  const trace::MapView& map = moment.maps.front();
  parts["name"] = map_title(map);
  Sketch header(measure, place.w);
  draw_hmap_header(header, place, run, moment, map);
  parts["header"] = data_of(header.take());
  Sketch buckets(measure, place.w);
  draw_bucket_array(buckets, place, map_layout(place, run, map, keeps_old_array(run, moment, map)).grid, run, moment, map,
                    WhichArray::New);
  parts["buckets"] = data_of(buckets.take());
  return parts;
}

// The names of the parts that differ.
inline std::set<std::string> changed(const Pictured& one, const Pictured& other) {
  std::set<std::string> names;
  const auto others = parts_of(other);
  for (const auto& [name, data] : parts_of(one)) {
    if (others.at(name) != data) names.insert(name);
  }
  return names;
}

}  // namespace hmaplab::pictures
