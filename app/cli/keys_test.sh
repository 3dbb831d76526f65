#!/usr/bin/env bash
# keys_test.sh PROGRAM: presses each key of the table in a real window, and reads from the text twin what has changed.
set -euo pipefail
# shellcheck source=app/cli/real_window.sh
. "$(dirname "$0")/real_window.sh"
open_window "$1" two_writers

# Steps and beats. 13 is where the first beat of the lesson stands.
says step '[0-9]+ of [0-9]+'
length=$(value step | sed 's/.* of //')
first=$(value step | sed 's/ of .*//')
key Right step "$first of .*" '[0-9]+ of .*' && [ "$(value step)" != "$first of $length" ] || sleep 0.3
key Left step '.*' "$first of .*"
key F10 step "$first of .*" '.*'
key shift+F10 step '.*' "$first of .*"
key F11 step "$first of .*" "$((first + 1)) of .*"
key Left step "$((first + 1)) of .*" '.*'
key Home step '.*' '0 of .*'
key End step '0 of .*' "$length of $length"
key Home step "$length of .*" '0 of .*'
key Next beat 'none' '1'
key Next beat '1' '2'
key Prior beat '2' '1'
key Down grain operation access
key Up grain access operation
key bracketleft grain operation line
key bracketright grain line operation
key space playing no yes
key space playing yes no
key Home step '.*' '0 of .*'
key Next beat '.*' '1'
key g typing nothing 'step '
press 5 && says typing 'step 5'
key Return step '.*' '5 of .*'
key alt+Left step '5 of .*' "$first of .*"
key alt+Right step "$first of .*" '5 of .*'
key Home step '.*' '0 of .*'
key Next beat none 1

# Who moves: another branch each time.
key 2 step '.*' '[0-9]+ of .*'
key Home step '.*' '0 of .*'
key Next beat '.*' '1'
key shift+3 branch '.*' '2 of 2'
key Tab branch '2 of 2' '1 of 2'
key o said '.*' '.+'
key shift+F11 said '.*' '.+'
key p said '.*' 'from here on: round robin.*'
key shift+p said '.*' 'from here on: .*'
key Next branch '.*' '1 of .*'

# Looking closer.
key Return 'opened lines' none '[0-9]+'
key Return 'opened lines' '[0-9]+' none
key F9 breakpoints none '[0-9]+'
key F9 breakpoints '[0-9]+' none
key ctrl+F9 said '.*' 'breakpoint at a bad end'
key ctrl+Right step '.*' "[0-9]+ of .*"
key ctrl+Left step '.*' '0 of .*'
key ctrl+F9 said '.*' 'no breakpoint at a bad end'
key w said '.*' 'click a cell of the map first'
key shift+w said '.*' 'click a cell of the map first'
key shift+F9 said '.*' 'click a cell of the map first'
key m bookmarks none 0
key Next beat '.*' '[12]'
key apostrophe step '.*' '0 of .*'
key m bookmarks 0 none
key c pinned none 0
key c pinned 0 none
key h order no yes
key h order yes no
key v 'map zoom' 0 3
key v 'map zoom' 3 1
key z step '0 of .*' '0 of .*'
key x census never '(running|done)'
key shift+x census '.*' '(stopped|done)'
key ctrl+b said '.*' '.*beat.*'

# Questions: a task stands at beat 3 of this lesson.
key Home step '.*' '0 of .*'
for _ in 1 2 3 4 5 6; do
  [ "$(value question)" != none ] && break
  press Next && sleep 0.25
done
says question '.*hints 0.*'
key i question '.*hints 0.*' '.*hints 1.*'

# The window itself.
key t theme dark light
key t theme light projector
key t theme projector dark
key ctrl+plus size '100 %' '11[23] %'
key ctrl+minus size '11[23] %' '100 %'
key ctrl+plus size '100 %' '11[23] %'
key ctrl+0 size '11[23] %' '100 %'
key question help no yes
key Escape help yes no
key F1 help no yes
key Escape help yes no
key k token none 'G1-.*'
key k token 'G1-.*' none
key ctrl+shift+p dialog none commands
key Escape dialog commands none
key slash dialog none commands
xdotool type --delay 15 'next evacuate/mark' && press Return
says dialog none "a command that was taken"
key F6 focus none 'toolbar, place 1'
key F7 focus 'toolbar, place 1' 'toolbar, place 2'
key shift+F7 focus 'toolbar, place 2' 'toolbar, place 1'
key shift+F6 focus 'toolbar.*' 'slot.*'
key Escape focus 'slot.*' none
key s dialog none schedule
key Escape dialog schedule none
key ctrl+o dialog none open
key Escape dialog open none
key r said '.*' 'this is the original.*'
key e typing nothing source
key Escape typing source nothing
key ctrl+Return edited no yes
key r edited yes no
key ctrl+shift+Return census '.*' '(running|done)'
key r edited yes no
key n notes no yes
key n notes yes no && sleep 0.3 # their window goes
key f 'full screen' no yes
key f 'full screen' yes no

# A press of F8 on the toolbar's button for the first step.
key End step '.*' "$length of .*"
press F6 && says focus 'toolbar, place 1'
for _ in $(seq 12); do # the beats, the grains, and then the button for the first step
  press F8 && sleep 0.4
  [ "$(value step)" = "0 of $length" ] && break
  press F7 && sleep 0.2
done
says step '0 of .*' "F8 on the button"
tested="$tested F8 i"

# Another tab comes to the front of a slot that has the keys: then that has them.
for _ in $(seq 12); do [[ "$(value focus)" == *' Census, '* ]] || { press F6 && sleep 0.2; }; done
key F8 focus 'slot 2 Census, place 1' 'slot 2 Map, place 1' # the first tab
key Escape focus 'slot.*' none

# Every key of the table was pressed, but those that end the program.
for wanted in $("$1" keys | awk '{ for (i = 2; i <= NF; ++i) print $i }'); do
  case $wanted in
    Ctrl+Q | B | . | U | F5 | L) continue ;; # Q ends it; the others are the clicker test's and the language test's
  esac
  name=$(echo "$wanted" | sed -e 's/PgDn/Next/;s/PgUp/Prior/;s/Enter/Return/;s/Esc/Escape/;s/Space/space/' \
    -e 's/Ctrl+/ctrl+/;s/Shift+/shift+/;s/Alt+/alt+/' -e "s/'/apostrophe/;s/?/question/" -e 's/\[/bracketleft/;s/\]/bracketright/' \
    -e 's/ctrl+-/ctrl+minus/;s/ctrl++/ctrl+plus/' -e 's#^/$#slash#')
  lower=$(echo "$name" | sed -E 's/(^|\+)([A-Z])$/\1\L\2/')
  case " $tested " in
    *" $lower "*) ;;
    *) fail "no test presses $wanted ($lower)" ;;
  esac
done
kill -0 "$program" 2>/dev/null || fail "a key ended the program"
press ctrl+q
for _ in $(seq 60); do kill -0 "$program" 2>/dev/null || break; sleep 0.05; done
kill -0 "$program" 2>/dev/null && fail "Ctrl Q does not end the program"
grep -q 'theme = "dark"' "$XDG_CONFIG_HOME/hmaplab/settings.toml" || fail "the settings were not kept"
grep -q '\[two_writers\]' "$XDG_STATE_HOME/hmaplab/progress.toml" || fail "the progress was not kept"
