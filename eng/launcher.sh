#!/usr/bin/env bash
# shellcheck disable=SC2154 # root, props, program, stamp and published come from labs.sh
# The launcher's slower half, read by labs.sh when there is something to set up, build, test or look into.
# shellcheck source-path=SCRIPTDIR

. "$root/eng/setup.sh"
. "$root/eng/system.sh"

say() { printf 'labs: %s\n' "$*" >&2; }

# Ends the launcher with the exit code for "cannot be done as asked".
die() {
    say "$@"
    exit 2
}

usage() {
    cat <<'TEXT'
CourseLabs: the examples of a deep-learning course, run in C#.

  ./labs.sh run [NAMES...]   run the lecture examples (all of them without a name)
  ./labs.sh list             name them
  ./labs.sh notebook run X   run a notebook's cells
  ./labs.sh kernel install   have Jupyter and VS Code run them
  ./labs.sh test [ARGS...]   run every test; ARGS go to `dotnet test`
  ./labs.sh doctor           look over this machine, and say what to do where something is not well
  ./labs.sh setup            choose and prove the TorchSharp for this machine; the other commands do it when needed
      --provider NuGet|System   the packages, or src/TorchSharp.System over an installed libtorch
      --backend cpu|cuda        cuda takes TorchSharp-cuda-linux from NuGet
      LIBTORCH=FOLDER           a libtorch of your own, in place of the distribution's
TEXT
    if [ ! -f "$props" ]; then
        printf '\n%s\n' 'Nothing is set up here yet: the first run, list or test does it, and shows what it does.'
    fi
}

need_sdk() {
    command -v dotnet >/dev/null 2>&1 ||
        die "the .NET SDK 10 is missing: see https://dotnet.microsoft.com/download/dotnet/10.0, then run this again."
    local said
    said=$(cd "$root" && dotnet --version 2>&1) && return
    case $said in
    *'valid ICU package'*) # on a bare system; libtorch-dev brings ICU with it
        export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
        said=$(cd "$root" && dotnet --version 2>&1) && return ;;
    esac
    printf '%s\n' "$said" >&2
    die "this needs the .NET SDK 10: see https://dotnet.microsoft.com/download/dotnet/10.0, then run this again."
}

# One launcher at a time sets up or builds here; released when this process ends or calls unlock. Where there is
# no flock (macOS) launchers do not wait for each other.
lock() {
    if ! mkdir -p "$root/.labs" "$root/artifacts/launcher" || ! : >>"$root/.labs/lock"; then die "cannot write to $root."; fi
    exec 9>>"$root/.labs/lock"
    command -v flock >/dev/null 2>&1 || return 0
    flock -n 9 || {
        say "waiting for another ./labs.sh to finish its build"
        flock 9
    }
}
unlock() { exec 9>&-; }

# quietly LOG COMMAND...: keeps what it says for the case that it fails. Build servers must not inherit the lock.
quietly() {
    local log=$root/artifacts/launcher/$1.log
    shift
    "$@" </dev/null >"$log" 2>&1 9>&-
}

# What a failed build or restore said: each line once, without the project behind it and the count at the end.
show() {
    sed -E -e 's/ \[[^]]*proj\]$//' -e "s|$root/||g" -e '/^(Build FAILED|Time Elapsed| *[0-9]+ (Warning|Error)\(s\))/d' \
        -e '/Determining projects to restore/d' "$root/artifacts/launcher/$1.log" | awk 'NF && !seen[$0]++' >&2
}

# build PROJECT [ARGS...], in Release.
build() {
    quietly build dotnet build "$root/$1" -c Release -v quiet -tl:off -clp:NoSummary ${CI:+--disable-build-servers} "${@:2}" ||
        {
            local code=$?
            show build
            say "the build failed."
            return "$code"
        }
}

# Has the native part of TorchSharp.System compiled anew when the distribution's libtorch has become another.
watch_libtorch() {
    local library seen=$root/artifacts/launcher/libtorch
    library=$(torch_library)
    if [ -f "$seen" ] && [ "$(cat "$seen")" != "$library" ]; then rm -rf "$root/artifacts/native"; fi
    printf '%s\n' "$library" >"$seen"
}

# Sets up where nothing is recorded, or where the recorded libtorch has gone.
make_set_up() {
    need_sdk
    if [ ! -f "$props" ]; then
        choose_provider
    elif grep -q '>System<' "$props" && [ -z "$(torch_library)" ]; then
        say "the libtorch that was set up is no longer there"
        choose_provider --provider System
    fi
    if grep -q '>System<' "$props"; then watch_libtorch; fi
}

# Lays the labs out for notebooks: the assembly that their #r names, with all that it needs beside it.
publish() {
    say "laying out artifacts/notebook, which notebooks load"
    rm -rf "$published" "$root/artifacts/notebook"
    quietly build dotnet publish "$root/labs" -c Release --no-build -v quiet -tl:off -o "$root/artifacts/notebook" || {
        show build
        die "artifacts/notebook could not be made."
    }
    : >"$published"
}

# make_ready [COMMAND]: brings the labs program up to date, and what the command needs, without a trace of an older one should the build fail.
make_ready() {
    lock
    make_set_up
    if ! is_built; then # another launcher may have done it meanwhile
        if [ ! -f "$program" ]; then
            say "building; later starts skip this unless a source has changed"
        elif [ -t 2 ]; then say "a source has changed: building"; fi
        local library=/ # stands for "no file to watch"
        if grep -q '>System<' "$props"; then library=$(torch_library); fi
        rm -f "$stamp"
        printf '%s\n' "$root" "${LIBTORCH:-}" "$library" >"$stamp.new"
        build src/CourseLabs.Cli || exit 2
        mv -f "$stamp.new" "$stamp"
    fi
    case ${1-} in notebook | kernel) is_published || publish ;; esac
    unlock
}

launcher_setup() {
    lock
    need_sdk
    choose_provider "$@"
}

# dotnet test of the whole solution. Properties (-p:NAME=VALUE) go to its build as well.
launcher_test() {
    local argument properties=()
    for argument in "$@"; do
        case $argument in -p:* | --property:* | -property:* | /p:*) properties+=("$argument") ;; esac
    done
    lock
    make_set_up
    say "building the solution with its tests"
    build CourseLabs.sln ${properties[@]+"${properties[@]}"} || exit
    unlock
    dotnet test "$root/CourseLabs.sln" -c Release --no-build "$@"
}

launcher_doctor() {
    . "$root/eng/doctor.sh"
    look_over
}
