#!/usr/bin/env bash
# random_input_test.sh PROGRAM SECONDS [SEED]: keys, typed text, clicks, drags, the wheel and new sizes at random, in a real
# window. Fails when the program ends by itself, when a sanitizer reports, when the window no longer answers, and when a
# setting is lost over an end and a new start. The seed decides every input; REPLAY=FILE sends again what a failure has kept.
set -euo pipefail
export SCREEN=1600x1000 PROGRAM_LIMIT=${PROGRAM_LIMIT:-20}
# shellcheck source=app/cli/real_window.sh
. "$(dirname "$0")/real_window.sh"
program_file=$(readlink -f "$1")
seconds=$2
until=$((SECONDS + seconds))
seed=${3:-$((RANDOM % 10000))}
RANDOM=$seed
here=$(cd "$(dirname "$0")" && pwd)
export HOME=$own ASAN_OPTIONS=detect_leaks=0:handle_abort=1 UBSAN_OPTIONS=print_stacktrace=1
mkdir -p "$own/work" && cp -r "$here/../../lessons/01_two_writers" "$own/work/lesson" && cd "$own/work"
cat >race.go <<'GO'
package main

func main() {
	m := map[int]string{1: "one"}
	done := make(chan bool)
	go func() { m[2] = "two"; done <- true }()
	m[3] = "three"
	<-done
	println(len(m))
}
GO
printf 'package main\n\nfunc main() {\n\tm := map[int]int{}\n\tfor i := 0; ; i++ {\n\t\tm[i] = i\n\t}\n}\n' >forever.go
printf 'package main\n\nfunc main() {\n\tvar m map[int]int = "no"\n' >broken.go
mapfile -t lessons < <("$program_file" lesson list | awk '$1 ~ /^[0-9]+$/ { print $2 }')

log=$own/inputs
: >"$log"
inputs=0
# failed SENTENCE: with what is needed to see it again.
failed() {
  local kept=${TMPDIR:-/tmp}/hmaplab-random-$seed.inputs
  cp "$log" "$kept"
  echo "--- the last 200 inputs:" >&2
  tail -n 200 "$log" >&2
  echo "--- what the program said:" >&2
  tail -n 150 "$own/said" >&2
  fail "$1 (seed $seed, $inputs inputs; REPLAY=$kept $0 $program_file $seconds sends them again)"
}

# What is kept over an end, as the twin says it.
settings() { for name in language theme size motion 'map zoom'; do echo "$name: $(value "$name")"; done; }
start() {
  rm -f "$twin"
  "$program_file" two_writers --twin "$twin" >>"$own/said" 2>&1 &
  program=$!
  await_window 300 failed
  xdotool mousemove 60 4
}
# ended: it has come to its end, and that was asked for.
ended() {
  local status=0
  wait "$program" 2>/dev/null || status=$?
  [ "$status" = 0 ] || failed "the program ended with status $status"
}
# Another size is shown before long; Escape leaves the list of commands, which takes all keys.
slowest=0 # milliseconds
answers() {
  local size to=ctrl+minus began=${EPOCHREALTIME/./} took
  size=$(value size)
  [ "$size" = "75 %" ] && to=ctrl+plus
  local limit=$((SECONDS + PROGRAM_LIMIT))
  while [ "$(value size)" = "$size" ]; do
    if ! kill -0 "$program" 2>/dev/null; then return; fi
    if [ "$SECONDS" -ge "$limit" ]; then
      kill -ABRT "$program" && sleep 2
      failed "the window does not answer within $PROGRAM_LIMIT seconds"
    fi
    if [ "$(value dialog)" = commands ]; then xdotool key Escape; fi
    xdotool mousemove 60 4 key "$to"
    for _ in $(seq 10); do if [ "$(value size)" = "$size" ]; then sleep 0.05; fi; done
  done
  took=$(((${EPOCHREALTIME/./} - began) / 1000))
  if [ "$took" -gt "$slowest" ]; then slowest=$took; fi
}
# The program ends, by its key or by force, and another one shows the same settings.
start_again() {
  local way=$1 shown file
  echo "# $way" >>"$log"
  if [ "$way" = quit ]; then
    local limit=$((SECONDS + PROGRAM_LIMIT))
    while kill -0 "$program" 2>/dev/null; do
      if [ "$(value dialog)" = commands ]; then xdotool key Escape; fi
      xdotool mousemove 60 4 key ctrl+q
      sleep 0.3
      [ "$SECONDS" -lt "$limit" ] || failed "Ctrl Q does not end the program"
    done
    ended
  elif [ "$way" = force ]; then
    until shown=$(settings) && sleep 0.5 && [ "$(settings)" = "$shown" ]; do :; done
    kill -KILL "$program"
    wait "$program" 2>/dev/null || true
  fi
  shown=$(settings) # of its last frame
  file=$XDG_CONFIG_HOME/hmaplab/settings.toml
  start
  local kept
  kept=$(settings)
  [ "$kept" = "$shown" ] && return
  failed "a setting is lost ($way): before $(tr '\n' ',' <<<"$shown") then $(tr '\n' ',' <<<"$kept") the file $(tr '\n' ',' <"$file")"
}

mapfile -t table < <("$program_file" keys | awk '{ for (i = 2; i <= NF; ++i) print $i }' | grep -vx 'Ctrl+Q' |
  sed -e 's/PgDn/Next/;s/PgUp/Prior/;s/Enter/Return/;s/Esc/Escape/;s/Space/space/;s/Ctrl+/ctrl+/;s/Shift+/shift+/;s/Alt+/alt+/' \
    -e "s/'/apostrophe/;s/?/question/;s#^/\$#slash#;s/^\\.\$/period/" -e 's/\[/bracketleft/;s/\]/bracketright/;s/ctrl+-/ctrl+minus/;s/ctrl++/ctrl+plus/' |
  sed -E 's/(^|\+)([A-Z])$/\1\L\2/')
others=(a d j l q y 0 1 2 3 4 5 9 F2 F3 F4 F12 Insert Delete BackSpace Tab KP_Add KP_Subtract KP_Enter KP_0 Up Down Left Right Home End Menu Pause
  Page_Up Page_Down space Return Escape minus plus equal comma semicolon less greater at percent ampersand asterisk braceleft parenright)
texts=('for i := 0; i < 30; i++ { m[i] = i }' 'delete(m, 1)' 'go func() { m[9] = 9 }()' 'panic(1)' '}' '{' '/* ' '// ' 'defer recover()' 'var x [1<<40]int' 'for { }'
  'g1*12 g2!' 'g3>mapassign/store_key' 'g9*99999999999999999999' 'g2~' 'clock gc' '999999999' '0' 'next' 'theme' 'evacuate' 'a' '%s %d {} {0}' 'forever.go' 'race.go'
  'broken.go' 'lesson' '../' '/' 'G1-0000-0000' 'nothing of that name' 'func f() { f() }; f()' 'm = nil' 'println(len(m), m)' 'sync.Mutex' 'select {}' 'make(map[string]int, 1<<62)')
pick() { # pick WORD…: one of them, in `it`
  shift $((RANDOM % $#))
  it=$1
}
place() { at="mousemove $((RANDOM % width)) $((RANDOM % height))"; }
width=1280 height=720
some_text() { pick "${texts[@]}" && say "type --delay 0 \"$it\""; }
say() { echo "$1"; }

# One thing that somebody might do; one input a line. WINDOW stands for the window.
one_thing() {
  case $((RANDOM % 40)) in
    [0-9] | 1[0-4]) pick "${table[@]}" && say "key $it" ;;
    1[5-6]) pick "${others[@]}" && say "key $it" ;;
    17) pick ctrl shift alt ctrl+shift ctrl+alt && local with=$it && pick "${others[@]}" && [ "$it" != q ] && say "key $with+$it" ;;
    18) say "key $((RANDOM % 9 + 1))" && say "key shift+$((RANDOM % 5 + 1))" && say "key ctrl+$((RANDOM % 5 + 1))" ;;
    19 | 2[0-2]) place && say "$at click 1" ;;
    23) place && local from=$at && place && say "$from mousedown 1" && say "$at mouseup 1" ;;
    24) place && say "$at click 3" ;;
    25) place && say "$at click --repeat $((RANDOM % 9 + 1)) --delay 1 $((RANDOM % 4 + 4))" ;;
    26) place && say "$at click --repeat 2 --delay 1 1" ;;
    27 | 28) some_text ;;
    29) width=$((RANDOM % 1500 + 100)) height=$((RANDOM % 900 + 60)) && say "windowsize WINDOW $width $height" ;;
    30) width=1280 height=720 && say "windowsize WINDOW 1280 720" && say "key Escape" ;;
    31) pick t l ctrl+plus ctrl+minus ctrl+0 v && say "key $it" ;;
    32) pick "${lessons[@]}" && say "key ctrl+o" && say "type --delay 0 \"$it\"" && say "key Return" && say "sleep 0.2" ;;
    33) say "key ctrl+o" && some_text && say "key Tab" && say "key Return" && say "sleep 0.2" ;;
    34) say "key e" && pick ctrl+Home ctrl+End Down Up End shift+Down ctrl+a && say "key $it" && some_text && say "key Return" && some_text ;;
    35) pick ctrl+Return ctrl+shift+Return Escape && say "key $it" && say "sleep 0.1" && say "key r" ;;
    36) say "key s" && some_text && say "key Return" && say "key Escape" ;;
    37) say "key x" && say "sleep 0.0$((RANDOM % 10))" && place && say "$at click 1" && say "key shift+x" ;;
    38) say "key ctrl+shift+p" && some_text && say "key Return" ;;
    39) say "key g" && say "type --delay 0 \"$((RANDOM % 200))\"" && say "key Return" && say "key Home" ;;
  esac
}
send() {
  xdotool windowfocus "$window" 2>/dev/null || true # drags count only then
  sed -e "s/WINDOW/$window/" -e 's/^key /key --delay 1 /' "$1" | xdotool - 2>>"$own/xdotool" || true
}

trap end EXIT
start
echo "seed $seed"
began=$SECONDS
batches=0
if [ -n "${REPLAY:-}" ]; then
  csplit -s -f "$own/part" "$REPLAY" '/^# /' '{*}'
  for part in "$own"/part*; do
    case $(head -n 1 "$part") in '# '*) start_again "$(sed -n '1s/# //p' "$part")" ;; esac
    grep -v '^# ' "$part" >"$own/batch" || true
    send "$own/batch" && answers
  done
  echo "the slowest answer came behind $slowest ms"
  exit
fi
while [ "$SECONDS" -lt "$until" ]; do
  for _ in $(seq 60); do one_thing || true; done >"$own/batch"
  cat "$own/batch" >>"$log"
  inputs=$((inputs + $(wc -l <"$own/batch")))
  send "$own/batch"
  answers
  if grep -Eq 'ERROR: AddressSanitizer|runtime error:' "$own/said"; then failed "a sanitizer reports"; fi
  batches=$((batches + 1))
  if ! kill -0 "$program" 2>/dev/null; then
    grep -Eq '^key (Return|KP_Enter|F8)|click' "$own/batch" || failed "the program ended, and nobody had asked for it"
    ended && start_again ended
  elif [ $((batches % 20)) = 0 ]; then
    pick quit quit force && start_again "$it"
  fi
done
start_again quit
echo "$inputs inputs in $((SECONDS - began)) seconds; the slowest answer came behind $slowest ms"
