#!/usr/bin/env bash
# shellcheck disable=SC2154 # root, props, program and stamp come from labs.sh
# The system's libtorch on Linux: what src/TorchSharp.System needs, where it is, and how to install it.

# The file of libtorch's main library, or nothing: that in LIBTORCH, or else the distribution's.
torch_library() {
    if [ -n "${LIBTORCH:-}" ]; then
        set -- "$LIBTORCH/lib/libtorch_cpu.so"
    else
        set -- /usr/lib/*/libtorch_cpu.so /usr/lib64/libtorch_cpu.so /usr/lib/libtorch_cpu.so
    fi
    local file
    for file in "$@"; do
        if [ -f "$file" ]; then readlink -f "$file" && return; fi
    done
}

# The header that states libtorch's version, or nothing.
torch_header() {
    local file=${LIBTORCH:-/usr}/include/torch/csrc/api/include/torch/version.h
    if [ -f "$file" ]; then printf '%s\n' "$file"; fi
}

# The file behind libblas.so.3, through the distribution's alternatives. Debian's libtorch calls it for every matrix
# product, and what comes with libtorch-dev is the slow reference implementation.
blas_library() {
    local file
    for file in /usr/lib/*/libblas.so.3 /usr/lib64/libblas.so.3; do
        if [ -e "$file" ]; then readlink -f "$file" && return; fi
    done
}
is_reference_blas() { case $1 in */blas/libblas.so* | */lib64/libblas.so.3.*) return 0 ;; *) return 1 ;; esac }

# The packages that are missing, by the names of Debian and Ubuntu.
missing_packages() {
    local missing=''
    if [ -z "${LIBTORCH:-}" ]; then
        if [ -z "$(torch_header)" ] || [ -z "$(torch_library)" ]; then missing='libtorch-dev libopenblas0-pthread'; fi
        if [ -z "$missing" ] && is_reference_blas "$(blas_library)"; then missing=libopenblas0-pthread; fi
    fi
    command -v g++ >/dev/null 2>&1 || missing="$missing g++"
    printf '%s\n' "${missing# }"
}

install_system() {
    if [ -n "${LIBTORCH:-}" ] && { [ -z "$(torch_header)" ] || [ -z "$(torch_library)" ]; }; then
        die "LIBTORCH=$LIBTORCH holds no libtorch: include/torch and lib/libtorch_cpu.so should be in it."
    fi
    local packages
    packages=$(missing_packages)
    if [ -n "$packages" ]; then
        # shellcheck disable=SC2086 # a list of words
        apt_install $packages || {
            # All but the fast BLAS can be done without rights: then the labs run, only slower.
            [ "$packages" = libopenblas0-pthread ] || exit 2
            say "going on without it; matrix products will be slower"
        }
    fi
    packages=$(missing_packages)
    case $packages in
    '') ;;
    libopenblas0-pthread) say "libtorch uses the reference BLAS ($(blas_library)), which is slow: \`./labs.sh doctor\` says what to do" ;;
    *) die "still missing: $packages." ;;
    esac
}

# apt_install PACKAGE...: as root, through a sudo that asks nothing, or through one that can ask at a terminal.
apt_install() {
    local by='' command="apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        say "missing: $*. Install your distribution's packages of libtorch with its headers, OpenBLAS and g++, or unpack" \
            "libtorch from https://pytorch.org and name its folder in LIBTORCH; then run this again."
        return 1
    elif [ "$(id -u)" = 0 ]; then
        by=''
    elif command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
        by='sudo'
    elif command -v sudo >/dev/null 2>&1 && [ -t 0 ] && [ -t 2 ]; then
        by='sudo'
        say "these packages are missing: $*. sudo may ask for your password, to install them."
    else
        say "these packages are missing, and this user may not install them. Run this, then try again:"
        say "  sudo apt-get update && sudo $command"
        return 1
    fi
    say "$by${by:+ }$command"
    # A fresh image has no package lists, and old ones name files that are gone.
    { ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 && apt_run "$by" install -y --no-install-recommends "$@"; } || {
        say "$by${by:+ }apt-get update"
        apt_run "$by" update && apt_run "$by" install -y --no-install-recommends "$@"
    } || {
        say "that failed. Once this works, try again:"
        say "  sudo apt-get update && sudo $command"
        return 1
    }
}

# apt_run BY ARGS...: never asks, and waits a while for another apt. Standard output stays free for the labs.
apt_run() {
    local by=$1
    shift
    ${by:+"$by"} env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" >&2 9>&-
}
