#!/usr/bin/env bash
# count-tests.sh FOLDER: adds up the .trx files in FOLDER. The last line is "N passed, N failed", with ", N skipped"
# where a test was skipped; the exit code is 0 only if every test ran and passed, and there was one.
set -u
passed=0 failed=0 skipped=0

counter() { printf '%s\n' "$1" | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p"; }

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
    # A skip and its reason, so that the log says which peer or library was wanting.
    awk '/<UnitTestResult / { name = "" } /outcome="NotExecuted"/ { name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name) }
         name != "" && /<StdOut>|<Message>/ { gsub(/<[^>]*>/, ""); sub(/^ */, ""); print "skipped: " name ": " $0; name = "" }' "$file"
done

if [ $((passed + failed + skipped)) = 0 ]; then echo "no test ran"; fi
if [ "$skipped" = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
[ "$passed" -gt 0 ] && [ "$failed" = 0 ] && [ "$skipped" = 0 ]
