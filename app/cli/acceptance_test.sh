#!/usr/bin/env bash
# acceptance_test.sh PROGRAM [any-speed]: the first five of the ten things that the program must do for the people it is made
# for, by key presses in a real window; the others are in acceptance_more_test.sh.
set -euo pipefail
# shellcheck source=app/cli/real_window.sh
. "$(dirname "$0")/real_window.sh"
export HMAPLAB_REDUCED_MOTION=1
program_file=$1
speed=${2:-}
position() { value step | sed 's/ of .*//'; }
length() { value step | sed 's/.* of //'; }
# went KEY: presses it, and waits until the step is another one.
went() {
  local before
  before=$(value step)
  press "$1"
  for _ in $(seq 60); do [ "$(value step)" = "$before" ] || return 0; sleep 0.03; done
  fail "$1 leads nowhere from step $before"
}

# 1. From the first beat to the fatal step in at most six presses of Right at operation grain, at 1280x720 and at 200 %.
six_presses() {
  local presses=0
  open_window "$program_file" two_writers
  if [ "$1" = 200 ]; then for _ in 1 2 3 4 5 6 7 8; do press ctrl+plus; done; fi
  says size "$1 %" && says beat 1 && says grain operation
  while [ "$(position)" != "$(length)" ]; do
    went Right
    presses=$((presses + 1))
    [ "$presses" -le 6 ] || fail "1: six presses of Right do not lead to the end at $1 %"
  done
  stands 'fatal error: concurrent map writes' "1: the fatal step at $1 %"
}

# 2. That step names both goroutines, both lines, the flag, the step that has set it, and Go's own text.
names_the_culprits() {
  stands '2 sets hashWriting in stock.flags line 14' "2: the fatal step"
  stands '3 looks at stock.flags and finds hashWriting set line 18|3 looks at stock.flags and finds line 18 hashWriting set' "2: the fatal step"
  stands 'What Go prints fatal error: concurrent map writes goroutine 3 \[running\]: main.main.func2\(\) main.go:18' "2: the fatal step"
  local setting
  setting=$("$program_file" inspect two_writers --word stock.flags | sed -nE 's/^[> ]*([0-9]+) .*mapassign\/set_writing .*/\1/p' | tail -n 1)
  [ -n "$setting" ] || fail "2: the engine names no step that sets the flag"
  until [[ "$(value focus)" == *' Now, '* ]]; do press F6 && sleep 0.1; done
  for _ in $(seq 12); do # its links, one after the other
    press F8 && sleep 0.15
    [ "$(position)" = "$setting" ] && return
    press End && press F7 && sleep 0.1
  done
  fail "2: no link of the fatal step leads to step $setting, which has set the flag"
}

# 3. Back and forward, scrubbing, another branch, and what is looked at: the same step is the same state.
same_state() {
  open_window "$program_file" two_writers
  says beat 1 && press Down && says grain access
  local here state end
  for _ in 1 2 3 4 5 6 7; do went Right; done
  here=$(value step) state=$(value state)
  for _ in 1 2 3 4 5; do went Left; done
  [ "$(value state)" != "$state" ] || fail "3: five steps back the state is the same"
  for _ in 1 2 3 4 5; do went Right; done
  says step "$here" "3: forward" && says state "$state" "3: back 5, forward 5"
  press End && says step "$(length) of $(length)" && end=$(value state)
  press Home && says step '0 of .*'
  xdotool windowfocus "$window" # GLFW tells of a held button only then
  xdotool mousemove 300 650 mousedown 1 sleep 0.1 mousemove 600 650 sleep 0.1 mousemove 897 650
  says step "$(length) of $(length)" "3: scrubbing to the end" && says state "$end" "3: scrubbing to the end"
  xdotool mouseup 1 mousemove 640 4
  press g && xdotool type --delay 10 "${here% of*}" && press Return && says step "$here" "3: G"
  says state "$state" "3: scrubbing back"
  press 3 && says branch '2 of 2' "3: another goroutine"
  [ "$(value state)" != "$state" ] || fail "3: another goroutine leads to the same state"
  press Tab && says branch '1 of 2' && says step "$here" && says state "$state" "3: the other branch and back"
  for looked in v v v Return F6 F6 F6 F7 F8 h; do press "$looked" && sleep 0.1; done
  says step "$here" "3: looking" && says state "$state" "3: looking closer"
  went Left && went Right && says state "$state" "3: stepping while one looks closer"
}

# 4. In the lesson on growth each assignment evacuates what the engine evacuates, and its halves lie where the picture says.
evacuates() {
  open_window "$program_file" growing
  says beat 1 && says grain operation
  local steps at old moved half
  steps=$("$program_file" trace growing)
  for expected in 'oldbuckets nil:0' 'nevacuate 2:2' 'oldbuckets nil:4' 'oldbuckets nil:4'; do
    at=$(position)
    moved=$(echo "$steps" | awk -v at="$at" '$1 <= at && /evacuate\/mark_moved/ { sub(/.*oldbuckets\[/, ""); sub(/\].*/, ""); print }' | sort -u)
    [ "$(echo -n "$moved" | grep -c .)" = "${expected#*:}" ] || fail "4: the engine has evacuated other old buckets at step $at: $(echo "$moved" | tr '\n' ' ')"
    stands "${expected%:*}" "4: step $at"
    if [ "${expected#*:}" = 2 ]; then
      for old in 0 1 2 3; do
        if echo "$moved" | grep -qx "$old"; then stands "old $old evacuated" "4: step $at"
        elif page | grep -q "old $old evacuated"; then fail "4: old bucket $old is shown as evacuated at step $at"; fi
        stands "[0-9] X of old $old.* [0-9] Y of old $old" "4: step $at"
      done
      for half in X Y; do
        [ "$(page | grep -o "→$half" | wc -l)" = "$(echo "$steps" | awk -v at="$at" -v to="evacuated$half" '$1 <= at && index($0, "-> " to)' | wc -l)" ] ||
          fail "4: the entries that went to half $half are not those of the engine at step $at"
      done
    fi
    if [ "$(position)" != "$(length)" ]; then went Right; fi
  done
}

# 5. Exploring the two writers takes less than a second, counts classes and outcomes, and every outcome opens a run.
explores() {
  open_window "$program_file" two_writers
  says beat 1
  press x
  LIMIT=20 says census done "5: exploring"
  stands '[0-9,]+ states, [0-9,]+ interleavings, [0-9]+ outcomes' "5: the census"
  local asked outcomes seconds
  asked=$("$program_file" explore two_writers --after 'g1>waitgroup/wait')
  outcomes=$(echo "$asked" | grep -c '^  share')
  stands "$(echo "$asked" | sed -nE 's/^([0-9,]+ states), .*, ([0-9,]+ interleavings)$/\1, \2/p'), $outcomes outcomes" "5: the census"
  seconds=$(page | sed -nE 's/.* outcomes, ([0-9.]+) s .*/\1/p')
  if [ "$speed" != any-speed ]; then awk -v s="$seconds" 'BEGIN { exit !(s < 1) }' || fail "5: exploring takes $seconds seconds"; fi
  until [[ "$(value focus)" == *' Census, '* ]]; do press F6 && sleep 0.1; done
  xdotool key --repeat 4 --delay 30 F7 # the tabs of the panel; then the button
  says focus '.*Census, place 5'
  local ends='' position
  for _ in $(seq 60); do # those of the other places that open a run lead to its end
    xdotool key Home key F7 key F8 sleep 0.15
    position=$(position)
    if [ "$position" != 0 ] && [ "$position" = "$(length)" ]; then ends="$ends$(value state) $position"$'\n'; fi
    [ "$(echo -n "$ends" | sort -u | wc -l)" = "$outcomes" ] && return
  done
  fail "5: of $outcomes outcomes $(echo -n "$ends" | sort -u | wc -l) open a run of their own"
}

six_presses 100 && names_the_culprits && close_window
six_presses 200 && press ctrl+0 && says size '100 %' && sleep 0.3 && close_window # it is kept by then
same_state && close_window
evacuates && close_window
explores
