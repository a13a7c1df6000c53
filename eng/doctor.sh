#!/usr/bin/env bash
# shellcheck disable=SC2154 # root, props, program and stamp come from labs.sh
# The doctor: looks, and changes nothing but the build folder. It works where nothing is set up and where the build
# fails; what only a running program can see (threads, CUDA, data folders) comes from the labs command itself.

ill=0
well() { printf '%-9s %-11s %s\n' ok "$1" "$2"; }

# not_well WHAT FINDING CURE
not_well() {
    printf '%-9s %-11s %s\n%-21s -> %s\n' 'not well' "$1" "$2" '' "$3"
    ill=1
}

look_over() {
    local provider='' backend=''
    look_at_sdk
    if [ -f "$props" ]; then
        provider=$(sed -n 's|.*<TorchProvider[^>]*>\(.*\)</TorchProvider>.*|\1|p' "$props")
        backend=$(sed -n 's|.*<TorchBackend[^>]*>\(.*\)</TorchBackend>.*|\1|p' "$props")
        well provider "TorchSharp from $provider, backend ${backend:-cpu}"
    else
        not_well provider 'nothing is recorded for this machine' './labs.sh setup'
    fi
    # Where the packages serve, the system's libtorch is of no interest.
    if [ "$(uname -s)" = Linux ] && [ "$provider" != NuGet ]; then look_at_system; fi
    if [ -n "$provider" ] && [ "$sdk" = yes ]; then look_inside; fi
    return "$ill"
}

look_at_sdk() {
    local version
    sdk=no
    if ! command -v dotnet >/dev/null 2>&1; then
        not_well SDK 'no dotnet on the PATH' 'install the .NET SDK 10: https://dotnet.microsoft.com/download/dotnet/10.0'
    elif version=$(cd "$root" && dotnet --version 2>/dev/null); then
        well SDK ".NET $version, $(command -v dotnet)"
        sdk=yes
    else
        not_well SDK "$(command -v dotnet) has no SDK that fits global.json (found: $(dotnet --list-sdks 2>/dev/null | awk '{printf "%s ", $1}'))" \
            'install the .NET SDK 10: https://dotnet.microsoft.com/download/dotnet/10.0'
    fi
}

look_at_system() {
    local header library blas version
    if command -v g++ >/dev/null 2>&1; then
        well compiler "$(g++ --version | head -n 1)"
    else
        not_well compiler 'no g++, which builds the native part' 'sudo apt-get install g++'
    fi

    header=$(torch_header)
    library=$(torch_library)
    if [ -n "$header" ] && [ -n "$library" ]; then
        version=$(awk '/define TORCH_VERSION_(MAJOR|MINOR|PATCH) / { v = v (v == "" ? "" : ".") $3 } END { print v }' "$header")
        well libtorch "$version, $library, headers in ${header%/torch/csrc/*}"
    elif [ -n "${LIBTORCH:-}" ]; then
        not_well libtorch "LIBTORCH=$LIBTORCH lacks ${header:+lib/libtorch_cpu.so}${library:+include/torch}" \
            'name a folder with include and lib, or unset LIBTORCH for the distribution'\''s'
    else
        not_well libtorch 'no headers or library found' 'sudo apt-get install libtorch-dev libopenblas0-pthread'
    fi

    if [ -n "${LIBTORCH:-}" ]; then return; fi # such a libtorch brings its own
    blas=$(blas_library)
    if [ -z "$blas" ]; then
        not_well BLAS 'no libblas.so.3 found' 'sudo apt-get install libopenblas0-pthread'
    elif ! is_reference_blas "$blas"; then
        well BLAS "$blas"
    elif ls /usr/lib/*/openblas-*/libblas.so.3 >/dev/null 2>&1; then
        not_well BLAS "$blas, the reference BLAS, is slow" "sudo update-alternatives --auto libblas.so.3-$(basename "$(dirname "$(dirname "$blas")")")"
    else
        not_well BLAS "$blas, the reference BLAS, is slow" 'sudo apt-get install libopenblas0-pthread'
    fi
}

look_inside() {
    if (make_ready) 9>&-; then
        dotnet "$program" doctor || ill=1
    else
        not_well program 'the labs command does not build (see above)' 'mend that error, or git stash your changes'
    fi
}
