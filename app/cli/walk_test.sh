#!/usr/bin/env bash
# walk_test.sh PROGRAM LESSON…: walks through lessons in a real window by key presses, in English and in Chinese: every beat
# comes, in order, its title stands on the screen, and the last one is the end of the lesson.
set -euo pipefail
if [ $# -gt 3 ] || [ "${LANGUAGE_OF_WALK:-}" = "" ]; then
  for lesson in "${@:2}"; do
    for language in en zh; do LANGUAGE_OF_WALK=$language "$0" "$1" "$lesson"; done
  done
  exit
fi
# shellcheck source=app/cli/real_window.sh
. "$(dirname "$0")/real_window.sh"
program_file=$1
lesson=$2
language=$LANGUAGE_OF_WALK
open_window "$program_file" "$lesson" --lang "$language"

# The titles of the beats as the transcript has them: "3. I am writing (step 57)".
mapfile -t titles < <("$program_file" "$lesson" --transcript --lang "$language" | sed -nE 's#^[0-9]+\. (.*[^ ]) ?(\(step|（第)[^(（]*$#\1#p')
[ "${#titles[@]}" -ge 4 ] || fail "$lesson ($language): the transcript names ${#titles[@]} beats"
shown() { sed '1,/^$/d' "$twin" | tr -d '\n ' | grep -qF -- "$(printf '%s' "$1" | tr -d '`* ')"; }
press Home
says step '0 of .*'
for ((beat = 1; beat <= ${#titles[@]}; beat++)); do
  for _ in 1 2 3 4; do # questions are stops on the way
    [ "$(value beat)" = "$beat" ] && shown "${titles[beat - 1]}" && break
    press Next && sleep 0.3
  done
  says beat "$beat" "Page Down in $lesson ($language)"
  shown "${titles[beat - 1]}" || fail "$lesson ($language): beat $beat does not show \"${titles[beat - 1]}\""
done
press Home
says step '0 of .*'
