#!/usr/bin/env bash
# Builds the `labs` command when a source has changed, then runs it; `./labs.sh help` lists what there is.
# Kept to bash 3.2 and POSIX tools, for macOS.
set -u
unset CDPATH

self=${BASH_SOURCE[0]}
while [ -h "$self" ]; do # through symlinks: `readlink -f` is not everywhere
    folder=$(cd -P "$(dirname "$self")" && pwd)
    self=$(readlink "$self")
    case $self in /*) ;; *) self=$folder/$self ;; esac
done
root=$(cd -P "$(dirname "$self")" && pwd)
program=$root/artifacts/bin/CourseLabs.Cli/debug/labs.dll
stamp=$root/artifacts/labs.built # as old as the start of the last build that went well

die() {
    printf 'labs: %s\n' "$*" >&2
    exit 2
}
no_sdk() { die "this needs the .NET SDK 10: see https://dotnet.microsoft.com/download/dotnet/10.0, then run this again."; }

# Is a source newer than the last build? A file that was added or deleted changes its folder's time. A student's Tasks.cs is in no build.
changed() {
    [ -n "$(find "$root/labs" "$root/src" "$root/eng" "$root"/Directory.* "$root/global.json" "$root/nuget.config" \
        -newer "$stamp" ! -name 'Tasks.cs*' ! -name exercise -print 2>/dev/null | head -n 1)" ]
}

export PATH=$PATH:${DOTNET_ROOT:-${HOME:-}/.dotnet} # where dotnet-install.sh leaves the SDK
command -v dotnet >/dev/null 2>&1 || no_sdk
if [ ! -f "$program" ] || [ ! -f "$stamp" ] || changed; then
    (cd "$root" && dotnet --version) >/dev/null 2>&1 || no_sdk # where global.json is
    printf 'labs: building; later starts skip this unless a source has changed\n' >&2
    mkdir -p "$root/artifacts" && : >"$stamp.new" || die "cannot write to $root/artifacts."
    DOTNET_NOLOGO=1 dotnet build "$root/src/CourseLabs.Cli" -v quiet -clp:NoSummary >&2 || die "the build failed."
    mv -f "$stamp.new" "$stamp"
fi
exec dotnet "$program" "$@"
