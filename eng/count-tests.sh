#!/usr/bin/env bash
# count-tests.sh FOLDER [REASON]: adds up the .trx files in FOLDER, and names each test that failed or did not run, with the
# first line of why: a log may be cut off before here. The last line is "N passed, N failed", with ", N skipped" where a
# test was skipped; the exit code is 0 only if every test ran and passed, and there was one. A test that was skipped for
# a reason with the text REASON in it is permitted not to run: it is told of, and counted apart.
set -u
passed=0 failed=0 skipped=0 permitted=0

counter() { printf '%s\n' "$1" | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p"; }

# told OUTCOME WORD WHERE FILE: "WORD: the test's name: the first line of why", from the first element WHERE of each
# test that ended so.
told() {
    awk -v outcome="outcome=\"$1\"" -v word="$2" -v where="$3" '
        /<UnitTestResult / { name = ""; if (index($0, outcome)) { name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name) } }
        name != "" && $0 ~ where { gsub(/<[^>]*>/, ""); sub(/^ */, ""); print word ": " name ": " $0; name = "" }' "$4"
}

for file in "$1"/*.trx; do
    [ -f "$file" ] || continue
    counters=$(grep -o '<Counters [^>]*>' "$file") || {
        echo "$file: holds no result" >&2
        failed=$((failed + 1))
        continue
    }
    total=$(counter "$counters" total) pass=$(counter "$counters" passed) executed=$(counter "$counters" executed)
    passed=$((passed + pass))
    failed=$((failed + executed - pass)) # errors and time-outs have counters of their own
    skipped=$((skipped + total - executed))
    reasons=$(told NotExecuted skipped '<StdOut>|<Message>' "$file")
    if [ -n "$reasons" ]; then printf '%s\n' "$reasons"; fi
    told Failed failed '<Message>' "$file"
    if [ -n "${2-}" ]; then permitted=$((permitted + $(printf '%s\n' "$reasons" | grep -cF "$2"))); fi
done

if [ $((passed + failed + skipped)) = 0 ]; then echo "no test ran"; fi
skipped=$((skipped - permitted))
if [ "$permitted" != 0 ]; then echo "NOT RUN, and permitted not to be: $permitted (${2-})"; fi
if [ "$skipped" = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
[ "$passed" -gt 0 ] && [ "$failed" = 0 ] && [ "$skipped" = 0 ]
