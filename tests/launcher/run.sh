#!/usr/bin/env bash
# Tests of labs.sh and eng/count-tests.sh on a copy in a folder with a space, with a made-up `dotnet` and `apt-get`:
# no network, no compiler, nothing installed. run.sh [FOLDER]: leaves launcher.trx there, for eng/count-tests.sh.
set -u
source_root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
root="$work/a clone"
passed=0 failed=0

# try COMMAND...: keeps its exit code and all it says, for check NAME CODE PATTERN.
try() {
    code=0
    output=$("$@" </dev/null 2>&1) || code=$?
}
check() {
    if [ "$code" = "$2" ] && printf '%s\n' "$output" | grep -q -e "$3"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'failed: %s\n  expected exit code %s and "%s"; got %s and:\n%s\n' "$1" "$2" "$3" "$code" "$output"
    fi
}
labs() { try "$root/labs.sh" "$@"; }

# A clone with nothing set up. NUGET, BUILD and PROBE say what the made-up dotnet does; it notes each call.
fresh() {
    rm -rf "$root"
    mkdir -p "$root/src/CourseLabs.Cli" "$root/labs"
    cp -R "$source_root/labs.sh" "$source_root/eng" "$root/"
    echo 'class Program;' >"$root/src/CourseLabs.Cli/Program.cs"
    : >"$work/calls"
    export NUGET=NU1101 BUILD=well PROBE=1
    unset LIBTORCH
}

mkdir -p "$work/bin" "$work/libtorch/lib" "$work/libtorch/include/torch/csrc/api/include/torch"
: >"$work/libtorch/lib/libtorch_cpu.so"
: >"$work/libtorch/include/torch/csrc/api/include/torch/version.h"
for tool in bash dirname readlink find head sed grep awk mkdir rm mv cat cp uname flock basename ls env ln sleep; do
    if command -v "$tool" >/dev/null; then ln -s "$(command -v "$tool")" "$work/bin/$tool"; fi
done
stand_in() {
    { printf '#!%s\n' "$(command -v bash)" && cat; } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
stand_in dotnet <<DOTNET
echo "\${1##*/} \${2##*/}" >>"$work/calls"
case \$1 in
restore) [ "\$NUGET" = well ] || { echo "x.csproj : error \$NUGET: no" && exit 1; } ;;
build)
    [ "\$BUILD" = well ] || { echo 'Program.cs(1,1): error CS1002: ; expected [x.csproj]' && exit 1; }
    mkdir -p "$root/artifacts/bin/CourseLabs.Cli/release" && : >"$root/artifacts/bin/CourseLabs.Cli/release/labs.dll" ;;
publish) mkdir -p "$root/artifacts/notebook" && : >"$root/artifacts/notebook/CourseLabs.Labs.dll" ;;
*/Probe.dll) echo "\$PROBE" ;;
*/labs.dll) shift && printf 'labs got:' && printf ' <%s>' "\$@" && echo && exit "\${EXIT:-0}" ;;
esac
DOTNET
echo 'echo "g++ 99"' | stand_in g++
echo 'echo 1000' | stand_in id # not root
echo 'exit 1' | stand_in sudo # it would ask for a password
echo 'echo apt-get "$@"' | stand_in apt-get
real_path=$PATH
export PATH=$work/bin

fresh
labs help
check 'help answers before anything is set up' 0 'labs.sh doctor'
try test ! -e "$root/.labs"
check 'help sets nothing up' 0 ''
labs setup --provider Elsewhere
check 'an unknown provider is refused' 2 'NuGet or System'

fresh
NUGET=NU1301 labs list
check 'a network fault stops, and is not taken for an absence' 2 'could not be asked'
try test ! -e "$root/.labs/torch.props"
check 'a network fault records nothing' 0 ''
labs setup --provider NuGet
check 'NuGet asked for and absent stops' 2 'does not have TorchSharp'

fresh
NUGET=well labs list
check 'packages that restore are taken' 0 'comes from NuGet'
try cat "$root/.labs/torch.props"
check 'the choice is recorded' 0 '>NuGet</TorchProvider>'

if [ "$(uname -s)" = Linux ]; then
    fresh
    export LIBTORCH=$work/libtorch
    labs run 'two words' --x
    check 'LIBTORCH is taken, and arguments arrive whole' 0 'labs got: <run> <two words> <--x>'
    try cat "$root/.labs/torch.props"
    check 'LIBTORCH is recorded' 0 ">$work/libtorch</LibTorch>"
    unset LIBTORCH
    labs list
    check 'the recorded libtorch holds without LIBTORCH' 0 '^labs got: <list>$'

    fresh
    export LIBTORCH=$work/nowhere
    labs list
    check 'a LIBTORCH without libtorch is refused' 2 'holds no libtorch'

    fresh
    export LIBTORCH=$work/libtorch
    PROBE='terminate called' labs list
    check 'torch.ones(1) has to run' 2 'did not run'
    try test ! -e "$root/.labs/torch.props"
    check 'what does not run is not recorded' 0 ''

    fresh
    export LIBTORCH=$work/libtorch
    mv "$work/bin/g++" "$work/hidden"
    labs list
    check 'without rights the exact command is shown' 2 'sudo apt-get update && sudo apt-get install .* g++'
    mv "$work/hidden" "$work/bin/g++"
fi

fresh
export NUGET=well
labs list
: >"$work/calls"
labs list
check 'a warm start runs the program' 0 'labs got: <list>'
try cat "$work/calls"
check 'a warm start does nothing else' 0 '^labs.dll list$'
try grep -c . "$work/calls"
check 'a warm start is one call' 0 '^1$'
EXIT=130 labs run
check 'the exit code is handed on' 130 'labs got'
ln -s "$root/labs.sh" "$work/link"
cd / && try "$work/link" list
check 'a symlink from elsewhere works' 0 'labs got: <list>'

sleep 0.02
echo '// changed' >>"$root/src/CourseLabs.Cli/Program.cs"
BUILD=broken labs list
check 'a broken build is shown, and nothing old is run' 2 '^Program.cs(1,1): error CS1002: ; expected$'
BUILD=broken labs list
check 'nor the next time' 2 'CS1002'
labs list
check 'a mended build runs' 0 'labs got'
for change in 'rm src/CourseLabs.Cli/Program.cs' 'cp labs.sh labs/New.cs' 'rm .labs/torch.props' 'rm -r artifacts'; do
    sleep 0.02
    # shellcheck disable=SC2086 # a command of words
    (cd "$root" && $change)
    : >"$work/calls"
    labs list
    try cat "$work/calls"
    check "$change: builds" 0 '^build CourseLabs.Cli$'
done

: >"$work/calls"
labs notebook run x.ipynb
check 'notebook has the labs laid out' 0 'labs got: <notebook> <run> <x.ipynb>'
try cat "$work/calls"
check 'which takes no build' 0 '^publish labs$'
try grep -c build "$work/calls"
check 'none at all' 1 '^0$'
: >"$work/calls"
labs notebook check
try cat "$work/calls"
check 'the next time it is one call' 0 '^labs.dll notebook$'
try grep -c publish "$work/calls"
check 'and none to publish' 1 '^0$'
rm "$root/artifacts/launcher/published"
labs kernel install
try cat "$work/calls"
check 'for a kernel the labs are laid out too' 0 '^publish labs$'
: >"$work/calls"
sleep 0.02
echo '// changed' >>"$root/labs/New.cs"
labs list
labs notebook check
try grep -c publish "$work/calls"
check 'after a change it is laid out anew, once' 0 '^1$'

: >"$work/calls"
labs test --filter 'a b'
try cat "$work/calls"
check 'test builds the solution' 0 '^build CourseLabs.sln$'
check 'test calls dotnet test' 0 '^test CourseLabs.sln$'

export PATH=$real_path
# count COUNTERS...: each "total executed passed" is a report.
count() {
    local report total executed pass number=0
    rm -rf "$work/reports" && mkdir "$work/reports"
    for report in "$@"; do
        number=$((number + 1))
        read -r total executed pass <<<"$report"
        echo "<Counters total=\"$total\" executed=\"$executed\" passed=\"$pass\" failed=\"0\" />" >"$work/reports/$number.trx"
    done
    try "$source_root/eng/count-tests.sh" "$work/reports"
}
count '3 3 3' '4 4 4'
check 'reports add up' 0 '^7 passed, 0 failed$'
count '3 3 3' '4 3 3'
check 'a skipped test is a failure' 1 '^6 passed, 0 failed, 1 skipped$'
skip() { echo "<UnitTestResult testName=\"a\" outcome=\"NotExecuted\"><Message>$1</Message></UnitTestResult>" >>"$work/reports/1.trx"; }
count '5 3 3'
skip 'no file x' && skip 'no file x'
try "$source_root/eng/count-tests.sh" "$work/reports" 'file x'
check 'a test may be permitted not to run' 0 '^3 passed, 0 failed$'
check 'which is told' 0 '^NOT RUN, and permitted not to be: 2 (file x)$'
count '5 3 3'
skip 'no file x' && skip 'no peer'
try "$source_root/eng/count-tests.sh" "$work/reports" 'file x'
check 'only for that reason' 1 '^3 passed, 0 failed, 1 skipped$'
count '3 3 2'
check 'a failed test is a failure' 1 '^2 passed, 1 failed$'
printf '%s\n' '<UnitTestResult testName="b" outcome="Failed">' '<StdOut>told on the way</StdOut>' '<Message>1 is not 2' \
    'at line 3</Message></UnitTestResult>' >>"$work/reports/1.trx"
try "$source_root/eng/count-tests.sh" "$work/reports"
check 'and is named, with why' 1 '^failed: b: 1 is not 2$'
count '0 0 0'
check 'no test is a failure' 1 '^0 passed, 0 failed$'
count
check 'no report is a failure' 1 '^0 passed, 0 failed$'
count '3 3 3'
echo '<TestRun>' >"$work/reports/cut.trx"
try "$source_root/eng/count-tests.sh" "$work/reports"
check 'a report cut short is a failure' 1 '^3 passed, 1 failed$'

total=$((passed + failed))
if [ $# -gt 0 ]; then
    mkdir -p "$1"
    echo "<Counters total=\"$total\" executed=\"$total\" passed=\"$passed\" />" >"$1/launcher.trx"
fi
echo "launcher: $passed passed, $failed failed"
[ "$failed" = 0 ]
