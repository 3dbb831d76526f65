#!/usr/bin/env bash
# window_test.sh PROGRAM [ARGS…]: opens PROGRAM in a real window under Xvfb, presses real keys through xdotool, and reads
# from the title of the window where it has come to. Fails with a sentence. Keeps the last screen in SCREENSHOT, if set.
set -euo pipefail

if [ "${HMAPLAB_IN_XVFB:-}" != 1 ]; then
  export HMAPLAB_IN_XVFB=1 LIBGL_ALWAYS_SOFTWARE=1
  unset WAYLAND_DISPLAY
  exec xvfb-run --auto-servernum --server-args '-screen 0 1280x720x24' "$0" "$@"
fi

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

XDG_STATE_HOME=$(mktemp -d) # nothing is remembered for the person at this machine
XDG_CONFIG_HOME=$XDG_STATE_HOME
export XDG_STATE_HOME XDG_CONFIG_HOME
mkdir -p "$XDG_CONFIG_HOME/hmaplab"
echo 'tour_seen = true' >"$XDG_CONFIG_HOME/hmaplab/settings.toml"
"$@" &
program=$!
trap 'kill "$program" 2>/dev/null || true; rm -rf "$XDG_STATE_HOME"' EXIT
window=
for _ in $(seq 150); do
  window=$(xdotool search --onlyvisible --name 'hmaplab$' 2>/dev/null | head -n 1) && [ -n "$window" ] && break
  kill -0 "$program" 2>/dev/null || fail "the program ended before its window opened"
  sleep 0.1
done
[ -n "$window" ] || fail "no window opened"

title() { xdotool getwindowname "$window"; }
position() { title | sed -n 's/.*step \([0-9]*\) of .*/\1/p'; }
length() { title | sed -n 's/.* of \([0-9]*\) .*/\1/p'; }

# expect SENTENCE CONDITION…: the condition comes true within three seconds.
expect() {
  local sentence=$1
  shift
  for _ in $(seq 60); do
    if "$@"; then return; fi
    sleep 0.05
  done
  fail "$sentence; the title is: $(title)"
}
at() { [ "$(position)" = "$1" ]; }
before() { [ "$(position)" -lt "$1" ]; }
beyond() { [ "$(position)" -gt "$1" ]; }
ended() { ! kill -0 "$program" 2>/dev/null; }
press() { xdotool key --clearmodifiers "$1"; }

drawn() { [ -n "$(position)" ]; }
expect "the first frame is not drawn" drawn

xdotool mousemove 640 400 # without a window manager the keys go to the window under the mouse
start=$(position)
press Right && expect "Right makes no step" beyond "$start"
first=$(position)
press Right && expect "the second Right makes no step" beyond "$first"
press Left && expect "Left does not go back to where Right came from" at "$first"
press Left && expect "Left does not reach where it began" at "$start"
press Home && expect "Home does not go to the beginning" at 0
press Left && sleep 0.3 && expect "Left goes before the beginning" at 0
press Down && press Right && expect "at access grain Right does not make one step" at 1
press Up && press Left
press End && expect "End does not go to the end" at "$(length)"
press Right && sleep 0.3 && expect "Right goes beyond the end" at "$(length)"
press Next && press Prior && expect "Page Up does not come to a beat" beyond 0
press Home && expect "Home does not go to the beginning" at 0
press Next && expect "Page Down does not come to the first beat" at "$start"
press Next && press Next && expect "Page Down does not come to the next beats" beyond "$start"

# The other goroutine first: another run, with another end.
length_before=$(length)
different() { [ "$(length)" != "$length_before" ]; }
as_before() { ! different; }
press Home && press Next && expect "Page Down does not come to the first beat" at "$start"
press 2 && press 2 && press 2 && expect "the key 2 does not let goroutine 2 go on" different
press Tab && expect "Tab does not go back to the other branch" as_before
press Tab && expect "the second Tab does not come to the new branch" different
press Home && press Next && press Next
expect "a beat does not go back to the lesson's own run" as_before

press Home && expect "Home does not go to the beginning" at 0
press question && sleep 0.2 && press Escape && press t && press t
for key in ctrl+plus ctrl+plus ctrl+minus ctrl+0; do press "$key"; done
expect "help, theme and size move the run" at 0
kill -0 "$program" 2>/dev/null || fail "Escape or another key ended the program"
press space && expect "Space does not play" beyond 0
press space && sleep 0.3
paused=$(position)
sleep 1.2 && expect "Space does not pause" at "$paused"

# A step by its number, a goroutine until it blocks, a bookmark, a breakpoint.
for key in g 1 2 Return; do press "$key"; done
expect "G, 12 and Enter do not go to step 12" at 12
press m && press Home && expect "Home does not go to the beginning" at 0
press apostrophe && expect "the key ' does not go to the bookmark" at 12
press Home && press Next && expect "Page Down does not come to the first beat" at "$start"
press F9 && press ctrl+Right && expect "Ctrl Right does not go on" beyond "$start"
stopped=$(position)
press ctrl+Left && expect "Ctrl Left does not go back" before "$stopped"
press F9 && press Home && press Next && expect "Page Down does not come to the first beat" at "$start"
press shift+3 && expect "Shift 3 does not let goroutine 3 go on to its end" different
press Home && press Next && press Next && expect "a beat does not go back to the lesson's own run" as_before

# Editing: letters are typed and mean nothing else; what runs then is another program, and R shows the original.
titled() { title | grep -q "$1"; }
untitled() { ! titled "$1"; }
length_before=$(length)
press e && expect "E does not open the source for editing" titled editing
press ctrl+Home
for key in slash slash x t 2 g space Return Right; do press "$key"; done
press Escape && expect "Escape does not leave the editing" untitled editing
expect "what was typed has moved the run" as_before
press e && press ctrl+Return && expect "Ctrl Enter does not run the edited program" titled '(edited)'
press r && expect "R does not show the original" untitled '(edited)'
expect "the original is not as it was" as_before

press Home && press Return && sleep 0.2 && press Return && expect "Enter moves the run" at 0

# An idle window sleeps: its processor time over two seconds, in clock ticks of a hundredth.
ticks() { awk '{ print $14 + $15 }' "/proc/$program/stat"; }
ticks_before=$(ticks)
sleep 2
spent=$(($(ticks) - ticks_before))
[ "$spent" -le 20 ] || fail "the idle window uses $spent hundredths of a second in two seconds"

press End && expect "End does not go to the end" at "$(length)"
sleep 0.5
if [ -n "${SCREENSHOT:-}" ]; then import -window root "$SCREENSHOT"; fi
# Another lesson, by its name.
press ctrl+o && press Escape && press Home && expect "Escape does not close the dialog" at 0
# The schedule as text: all of it taken out, another one typed.
press s && press ctrl+a && xdotool type --delay 20 'g1*52 g3! g2' && press Return
expect "a schedule that was typed does not become a branch" different
press s && press Escape
press ctrl+o && xdotool type --delay 20 growin && press Tab && press Return
expect "Ctrl O, a name and Enter do not open a lesson" titled '^Growing'
press ctrl+q
expect "Ctrl Q does not end the program" ended
wait "$program" || fail "the program ended with status $?"
rm -rf "$XDG_STATE_HOME"
trap - EXIT
