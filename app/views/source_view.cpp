#include "app/views/source_view.h"

#include <utility>

#include "app/pictures/editor_picture.h"
#include "app/pictures/source_picture.h"

namespace hmaplab::views {

using pictures::Command;
using pictures::DeskTool;

namespace {

void describe_source(const Frame& frame, widgets::PanelLook& look) {
  const pictures::Desk& desk = frame.desk;
  look.heading = "Source";
  look.beside = look.beside_short = frame.run.file;
  if (!desk.can_edit) return;
  look.beside_does = pictures::at_desk(DeskTool::Edit);
  const bool has_draft = desk.draft.differs;
  look.beside += has_draft        ? " · E goes on editing"
                 : desk.is_edited ? " · edited, R original"
                                  : " · E edits";
  look.beside_short = has_draft ? "E: draft" : desk.is_edited ? "R: original" : "E edits";
}

void describe_editor(const Frame& frame, widgets::PanelLook& look) {
  const pictures::Draft& draft = frame.desk.draft;
  const std::string state = pictures::state_text(draft);
  look.heading = "Source, edited";
  look.beside = state + " · Ctrl Enter runs · Esc leaves";
  look.beside_short = state;
  look.beside_does = pictures::at_desk(DeskTool::RunDraft);
  const bool is_wrong = draft.state == pictures::Draft::State::Wrong;
  look.tone = is_wrong ? widgets::Tone::Plain : widgets::Tone::Focused;
}

}  // namespace

Command SourceView::draw(const Frame& frame, Slot slot) {
  slot.look.row = pictures::kCodeLineHeight;
  const bool open = frame.desk.draft.open;
  const Command command = open ? draw_editor(frame, slot) : draw_source(frame, slot);
  was_open_ = open;
  return command;
}

Command SourceView::draw_source(const Frame& frame, Slot& slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  describe_source(frame, slot.look);
  if (frame.in_focus("source")) slot.look.tone = widgets::Tone::Focused;
  const pictures::Picture picture =
      pictures::source_picture(frame.run, frame.moment, inside.w, frame.measure());
  std::optional<widgets::Reveal> reveal;
  if (picture.focus && (picture.focus != focus_ || was_open_)) {
    // With a few lines around it, where there is room for them.
    const float room = std::max(0.0F, inside.h - picture.focus->h) / 2;
    const float around = std::min(3 * pictures::kCodeLineHeight, room);
    reveal = widgets::Reveal{.top = std::max(0.0F, picture.focus->y - around),
                             .height = picture.focus->h + 2 * around};
  }
  focus_ = picture.focus;
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

Command SourceView::draw_editor(const Frame& frame, Slot& slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  const pictures::Draft& draft = frame.desk.draft;
  describe_editor(frame, slot.look);
  const pictures::Picture picture = pictures::editor_picture(draft, inside.w, frame.measure());
  const size_t cursor = draft.field.cursor();
  const bool moved = std::exchange(cursor_, cursor) != cursor || !was_open_;
  const bool changed = std::exchange(version_, draft.field.version()) != draft.field.version();
  const pictures::Point room{inside.h, frame.canvas.scale};
  const bool resized = std::exchange(room_, room) != room;
  const bool remarked = std::exchange(remarks_, draft.remarks.size()) != draft.remarks.size();
  std::optional<widgets::Reveal> reveal;
  if (picture.focus && !dragging_ && (moved || changed || remarked || resized))
    reveal = widgets::Reveal{.top = picture.focus->y, .height = picture.focus->h, .lead = 0.05F};
  const widgets::PanelResult result =
      widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal);
  const bool was_dragging = std::exchange(dragging_, result.drag.has_value());
  if (result.command || !result.drag) return result.command;
  const size_t at = pictures::offset_at(draft, inside.w, frame.measure(), *result.drag);
  return pictures::at_desk(was_dragging ? DeskTool::SelectTo : DeskTool::PlaceCursor, at);
}

}  // namespace hmaplab::views
