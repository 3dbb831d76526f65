#!/usr/bin/env bash
# clicker_test.sh PROGRAM LESSON BEATS: the five keys of a presentation clicker drive a whole lesson, forth and back, in a
# real window; none of them runs, edits or loses anything.
set -euo pipefail
# shellcheck source=app/cli/real_window.sh
. "$(dirname "$0")/real_window.sh"
open_window "$1" "$2"
beats=$3
branch=$(value branch)

key F5 presenting no yes
says beat 1
forth=$(value step)
for ((stop = 1; stop < 3 * beats; stop++)); do # questions are stops between beats
  [ "$(value beat)" = "$beats" ] && [ "$stop" -gt "$beats" ] && break
  press Next && sleep 0.2
  forth="$forth|$(value step)"
done
says beat "$beats" "Page Down"
press Next && sleep 0.3 && says beat "$beats" "Page Down at the last beat"
key period blank no yes
key period blank yes no
key b blank no yes
key Next blank yes no
says beat "$beats" "Page Down on a dark screen"
for ((beat = beats - 1; beat >= 1; beat--)); do
  for _ in 1 2 3; do
    press Prior && sleep 0.2
    [ "$(value beat)" -le "$beat" ] && break
  done
  says beat "$beat" "Page Up"
  case "|$forth|" in *"|$(value step)|"*) ;; *) fail "Page Up comes to step $(value step), where Page Down never was" ;; esac
done
key Escape presenting yes no
key F5 presenting no yes
key F5 presenting yes no
key F5 presenting no yes
# What belongs to a desk does nothing here, until the speaker unlocks who moves.
for other in e 2 x ctrl+Return ctrl+o s; do press "$other"; done
sleep 0.4
says branch "$branch" "a key that is locked"
says typing nothing && says dialog none && says census never && says edited no
key u unlocked no yes
key u unlocked yes no
key n notes no yes
key n notes yes no && sleep 0.3 # their window goes
key space beat 1 '[12]'
press Prior && key Escape presenting yes no
says branch "$branch" "presenting"
says edited no
