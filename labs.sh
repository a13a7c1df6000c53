#!/usr/bin/env bash
# CourseLabs' launcher. It finds or installs what is missing, once; builds when a source has changed; then runs the
# `labs` command itself. `./labs.sh help` lists what there is. Kept to bash 3.2 and POSIX tools, for macOS.
set -u
unset CDPATH

self=${BASH_SOURCE[0]}
while [ -h "$self" ]; do # through symlinks: `readlink -f` is not everywhere
    folder=$(cd -P "$(dirname "$self")" && pwd)
    self=$(readlink "$self")
    case $self in /*) ;; *) self=$folder/$self ;; esac
done
root=$(cd -P "$(dirname "$self")" && pwd)

props=$root/.labs/torch.props # the provider that setup recorded; Directory.Build.props reads it
program=$root/artifacts/bin/CourseLabs.Cli/release/labs.dll
stamp=$root/artifacts/launcher/built # as old as the start of the build that made the program
published=$root/artifacts/launcher/published # as old as what a notebook's #r names
export DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null 2>&1; then
    for folder in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
        if [ -x "$folder/dotnet" ]; then
            export DOTNET_ROOT=$folder PATH=$folder:$PATH
            break
        fi
    done
fi

# LIBTORCH (as with Rust's tch) names a libtorch folder; without it, the one that setup recorded counts.
if [ -z "${LIBTORCH:-}" ] && [ -f "$props" ]; then
    LIBTORCH=$(sed -n -e 's|&lt;|<|g; s|&gt;|>|g; s|&amp;|\&|g' -e 's|.*<LibTorch[^>]*>\(.*\)</LibTorch>.*|\1|p' "$props")
    if [ -n "$LIBTORCH" ]; then export LIBTORCH; else unset LIBTORCH; fi
fi

# Is the built program that of the sources as they stand? A file deleted or added changes its folder's time. The
# stamp says where, and for which libtorch, it was built: a moved checkout or an upgraded libtorch is noticed.
is_built() {
    [ -f "$props" ] && [ -f "$stamp" ] && [ -f "$program" ] || return 1
    local place asked library
    { IFS= read -r place && IFS= read -r asked && IFS= read -r library; } <"$stamp"
    [ "$place" = "$root" ] && [ "$asked" = "${LIBTORCH:-}" ] && [ -e "$library" ] || return 1
    [ -z "$(find "$root/labs" "$root/src" "$root"/Directory.* "$root/global.json" "$root/nuget.config" "$props" \
        ! -name '*.md' -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

# Does artifacts/notebook hold the labs of that build?
is_published() { [ -f "$root/artifacts/notebook/CourseLabs.Labs.dll" ] && [ "$published" -nt "$stamp" ]; }

case ${1-} in
setup | test | doctor) ;;
notebook | kernel) if is_built && is_published; then exec dotnet "$program" "$@"; fi ;;
*) if is_built; then exec dotnet "$program" "$@"; fi ;;
esac

# shellcheck source=eng/launcher.sh
. "$root/eng/launcher.sh" # something has to be done first
case ${1-} in
setup | test | doctor)
    "launcher_$1" "${@:2}"
    exit
    ;;
'' | help | -h | --help)
    if [ ! -f "$props" ]; then
        usage
        exit
    fi
    ;;
esac
make_ready "${1-}"
exec dotnet "$program" "$@"
