#!/usr/bin/env bash
# acceptance_more_test.sh PROGRAM LOOK_TEST: the last five of the ten things that the program must do for the people it is
# made for, in a real window; the first five are in acceptance_test.sh.
set -euo pipefail
# shellcheck source=app/cli/real_window.sh
. "$(dirname "$0")/real_window.sh"
export HMAPLAB_REDUCED_MOTION=1
program_file=$1
look_test=$2
here=$(cd "$(dirname "$0")" && pwd)
lessons=$here/../../lessons
position() { value step | sed 's/ of .*//'; }
length() { value step | sed 's/.* of //'; }

# type_program FILE: into the editor, instead of what stands there.
type_program() {
  press e && says typing source
  press ctrl+a
  local line
  while IFS= read -r line; do xdotool type --delay 1 --terminator END "$line" END key Return; done < <(tr -d '\t' <"$1")
  stands '· compiles ·|edited compiles' "6: the editor"
}
# 6. A repair with a mutex earns the proof; one with two mutexes is shown its shortest counter-example.
judges_repairs() {
  open_window "$program_file" two_writers
  press End
  type_program "$lessons/01_two_writers/repaired.go"
  press ctrl+shift+Return
  LIMIT=20 stands 'no failing schedule \(complete, [0-9,]+ interleavings' "6: the repair with a mutex"
  says edited yes && says branch '1 of 1'
  sed -e 's/var mu sync.Mutex/var mu, other sync.Mutex/' -e '/"figs"/,$!b' -e 's/x/x/' "$lessons/01_two_writers/repaired.go" |
    awk '/mu.Lock/ { ++lock } lock == 2 { gsub(/mu\./, "other.") } { print }' >"$own/two.go"
  type_program "$own/two.go"
  press ctrl+shift+Return
  LIMIT=20 stands 'outcomes fail; . is reached with 1 context switch' "6: the repair with two mutexes"
  says branch '2 of 2' "6: the counter-example" && says step "$(length) of $(length)" "6: the counter-example"
  stands 'fatal error: concurrent map writes' "6: the counter-example"
}

# 7. A token leads to the same step and state elsewhere: at the start of a program, and typed into an open one.
token_leads_back() {
  open_window "$program_file" two_writers
  press Home && says step '0 of .*' && press g && xdotool type --delay 10 61 && press Return && says step '61 of .*'
  press 3 && says branch '2 of 2'
  local step state token other
  step=$(value step) state=$(value state)
  press k && says token 'G1-.*'
  token=$(value token)
  close_window
  open_window "$program_file" "$token"
  says step "$step" "7: a start with the token" && says state "$state" "7: a start with the token"
  close_window
  open_window "$program_file" anatomy
  press ctrl+o && says dialog open && xdotool type --delay 5 "$(echo "$token" | tr -d - | tr '[:upper:]' '[:lower:]')" && press Return
  LIMIT=20 says dialog none "7: the token in the field"
  says step "$step" "7: the token in the field" && says state "$state" "7: the token in the field"
  press ctrl+o && says dialog open && xdotool type --delay 5 "G0${token#G1}" && press Return
  stands 'this version knows tokens that begin with G1, not G0' "7: a token of an older build"
  press Escape
  close_window
  # A token that no longer fits, since the program reads something else: what comes first that cannot be done any more.
  cat >"$own/reads.go" <<'GO'
package main

import "fmt"

func main() {
	m := map[int]int{}
	var n int
	for {
		if _, err := fmt.Scan(&n); err != nil {
			return
		}
		m[n]++
	}
}
GO
  echo 1 2 3 >"$own/long" && echo 1 >"$own/short"
  other=$("$program_file" token "$own/reads.go" --stdin "$own/long" --schedule 'g1!')
  open_window "$program_file" "$own/reads.go" --stdin "$own/short"
  press ctrl+o && says dialog open && xdotool type --delay 5 "$other" && press Return
  says said 'the token fits up to here: step [0-9]+: .*' "7: a token that no longer fits"
  says step "$(value said | sed -E 's/.*here: step ([0-9]+): .*/\1/') of .*|$(length) of .*" "7: a token that no longer fits"
  if "$program_file" run "$own/two.go" --token "$other" 2>"$own/said"; then fail "7: the token of another program is followed"; fi
  grep -q 'belongs to another program' "$own/said" || fail "7: it is not said that the token is of another program"
}

# 8. The keys of a presentation clicker drive a whole lesson, and nothing is run or lost.
clicker_drives() { "$here/clicker_test.sh" "$program_file" two_writers 7 || fail "8: the clicker"; }

# 9. A lesson that says something false is found out, and what real Go did with its program is what the engine does.
lesson_is_true() {
  cp -r "$lessons/01_two_writers" "$own/lesson"
  "$program_file" lesson check "$own/lesson" >"$own/said" || fail "9: the lesson is said to be wrong: $(cat "$own/said")"
  sed -i 's/"kinds of fruit: 4", "kinds of fruit: 3"\]/"kinds of fruit: 4", "kinds of fruit: 5"]/' "$own/lesson/lesson.toml"
  if "$program_file" lesson check "$own/lesson" >"$own/said"; then fail "9: a false claim is not noticed"; fi
  grep -q 'kinds of fruit: 5' "$own/said" || fail "9: it is not said what is false: $(cat "$own/said")"
  local count exit stdout stderr status known
  known=$("$program_file" explore two_writers | sed 's/^ *//')
  while IFS=$'\t' read -r count exit stdout stderr; do # two texts stand on one line where two goroutines die at once
    echo "$known" | awk -v told="${stderr:-prints ${stdout%\\n}}" 'length && index(told, $0) == 1 { found = 1 } END { exit !found }' ||
      fail "9: Go did $count times what no schedule of the engine does: exit $exit, $stdout $stderr"
  done < <(sed 's/\t\t/\t \t/' "$lessons/01_two_writers/recorded.tsv")
  status=0
  "$program_file" run two_writers >"$own/out" 2>"$own/err" || status=$?
  grep -q "	$status	$(sed -z 's/\n/\\n/g' "$own/out")	$(head -n 1 "$own/err")\$" "$lessons/01_two_writers/recorded.tsv" ||
    fail "9: the lesson's own run ends as Go's never did"
}

# 10. The transcript has all that the window shows at the end, and goroutines are told apart without some cones.
transcript_has_all() {
  open_window "$program_file" two_writers
  local transcript letters told fact beat
  transcript=$("$program_file" two_writers --transcript | tr -s '\n\t ' ' ')
  letters=$(tr -d ' `*' <<<"$transcript" | sed -E 's/\(step[0-9]+\)//g')
  press Home && says step '0 of .*'
  for beat in 1 2 3 4 5 6 7; do
    for _ in 1 2 3; do if [ "$(value beat)" != "$beat" ]; then press Next && sleep 0.2; fi; done # questions are stops, too
    says beat "$beat"
    told=$(page | sed -E "s/.*Lesson beat $beat of 7 //" | tr -d ' `*' | head -c 100)
    grep -qF -- "$told" <<<"$letters" || fail "10: the transcript does not say \"$told\""
  done
  press End && says step "$(length) of .*"
  while IFS='|' read -r fact told; do # what stands in the window, and in the transcript
    stands "$fact" "10: the window"
    grep -Eq -- "$told" <<<"$transcript" || fail "10: the transcript does not say \"$told\""
  done <<'FACTS'
stock  ?map\[string\]int|stock map\[string\]int
count 2 B 0 .*hashWriting|count 2 B 0 flags hashWriting
hash0 6dcb3f5a noverflow 0 nevacuate 0 oldbuckets nil|hash0 6dcb3f5a noverflow 0 nevacuate 0 .*oldbuckets nil
buckets 0xc0000000e0|buckets 0xc0000000e0
a4 "apples" 3|a4 "apples" 3
3f "pears" 5|3f "pears" 5
b1 "" 0|b1 "" 0
exit status 2|exit status 2
1 starts g2 line 12|g1 starts g2 .*main.go:12
1 starts g3 line 16|g1 starts g3 .*main.go:16
2 sets hashWriting in stock.flags line 14|g2 sets hashWriting in stock.flags .*main.go:14
3 stops the process line 18|g3 stops the process .*main.go:18
no deferred function runs, and recover never sees it|no deferred function runs, and recover never sees it
WaitGroup\).Done\(\) never runs|WaitGroup\).Done\(\) \(line 17\): never ran
1 stopped with the process sync.\(\*WaitGroup\).Wait|goroutine 1 \[runnable\]: sync.\(\*WaitGroup\).Wait
2 stopped with the process main.main.func1 main.go:14|goroutine 2 \[runnable\]: main.main.func1\(\) main.go:14
What Go prints fatal error: concurrent map writes goroutine 3 \[running\]: main.main.func2|fatal error: concurrent map writes goroutine 3 \[running\]: main.main.func2
FACTS
  "$look_test" --gtest_filter='*GoroutinesAreToldApartWithoutSomeCones*' | grep -q 'PASSED.* [1-9][0-9]* test' ||
    fail "10: two goroutines look alike without some cones"
}

judges_repairs && close_window
token_leads_back && close_window
clicker_drives
lesson_is_true
transcript_has_all
