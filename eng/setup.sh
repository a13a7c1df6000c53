#!/usr/bin/env bash
# shellcheck disable=SC2154 # root, props, program and stamp come from labs.sh
# Setup: who provides TorchSharp on this machine, NuGet's packages or the system's libtorch; see "How TorchSharp is
# provided" in README.md. The choice is recorded only after torch.ones(1) has run with it.

# choose_provider [--provider NuGet|System] [--backend cpu|cuda]
choose_provider() {
    local provider='' backend=cpu machine
    while [ $# -gt 0 ]; do
        case $1 in
        --provider=* | --backend=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
        --provider)
            case ${2-} in
            [Nn]u[Gg]et) provider=NuGet ;;
            [Ss]ystem) provider=System ;;
            *) die "--provider is NuGet or System, not '${2-}'." ;;
            esac
            shift 2 ;;
        --backend)
            case ${2-} in cpu | cuda) backend=$2 ;; *) die "--backend is cpu or cuda, not '${2-}'." ;; esac
            shift 2 ;;
        -h | --help) usage && exit 0 ;;
        *) die "setup knows --provider NuGet|System and --backend cpu|cuda, not '$1'." ;;
        esac
    done

    machine="$(uname -s) $(uname -m)"
    if [ "$provider" = System ] && [ "$(uname -s)" != Linux ]; then die "--provider System is for Linux."; fi
    if [ "$backend" = cuda ]; then
        [ "$machine" = 'Linux x86_64' ] || die "--backend cuda is for Linux on x64 (the package TorchSharp-cuda-linux)."
        [ "$provider" != System ] || die "--backend chooses among NuGet's packages; with System, the libtorch named by LIBTORCH decides about CUDA."
        provider=NuGet
    fi
    if [ -z "$provider" ]; then
        if [ "$(uname -s)" = Linux ] && [ -n "${LIBTORCH:-}" ]; then
            say "LIBTORCH is set: taking the libtorch in $LIBTORCH"
            provider=System
        else
            case $machine in
            'Linux x86_64' | 'Darwin arm64' | MINGW*x86_64 | MSYS*x86_64) ;; # TorchSharp has a package: see below
            Linux*) provider=System ;;
            Darwin*) die "TorchSharp ships no libtorch for Macs with an Intel processor, so the labs cannot run here." ;;
            *) die "TorchSharp ships no libtorch for $machine, so the labs cannot run here." ;;
            esac
        fi
    fi

    if [ "$provider" != System ]; then
        say "asking NuGet for TorchSharp (the first time this is a long download)"
        if quietly restore dotnet restore "$root/eng/probe" -tl:off -p:TorchProvider=NuGet "-p:TorchBackend=$backend"; then
            provider=NuGet
        elif ! is_absent; then
            show restore
            die "NuGet could not be asked for TorchSharp: look at the network, the proxy and \`dotnet nuget list source\`, then run" \
                "this again. On Linux, \`./labs.sh setup --provider System\` does without those packages."
        elif [ "$provider" = NuGet ] || [ "$(uname -s)" != Linux ]; then
            show restore
            die "this machine's NuGet source does not have TorchSharp."
        else
            say "NuGet's source does not have TorchSharp: taking the system's libtorch"
            provider=System
        fi
    fi

    if [ "$provider" = System ]; then install_system && watch_libtorch; fi
    prove "$provider" "$backend"
    record "$provider" "$backend"
}

# Did the restore fail because a package or version does not exist, and for no other reason?
is_absent() {
    local codes
    codes=$(grep -o 'error NU[0-9]*' "$root/artifacts/launcher/restore.log" | sort -u | grep -v -e NU1101 -e NU1102)
    [ -z "$codes" ] && grep -q -e 'error NU1101' -e 'error NU1102' "$root/artifacts/launcher/restore.log"
}

# prove PROVIDER BACKEND: torch.ones(1) has to run.
prove() {
    if [ "$1" = System ] && [ ! -d "$root/artifacts/native" ]; then say "compiling the native part, once: this takes a minute or two"; fi
    say "trying torch.ones(1)"
    build eng/probe "-p:TorchProvider=$1" "-p:TorchBackend=$2" || exit 2
    local out code=0
    out=$(dotnet "$root/artifacts/bin/Probe/release/Probe.dll" 2>&1 </dev/null 9>&-) || code=$?
    if [ "$code" != 0 ] || [ "$out" != 1 ]; then
        printf '%s\n' "$out" | head -n 20 >&2
        die "torch.ones(1) did not run (exit code $code): nothing is recorded. \`./labs.sh doctor\` looks over this machine."
    fi
}

# record PROVIDER BACKEND. The file appears whole or not at all; properties given to a build outrank it.
record() {
    local libtorch=''
    if [ "$1" = System ] && [ -n "${LIBTORCH:-}" ]; then
        libtorch=$(printf '%s' "$LIBTORCH" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g')
    fi
    {
        echo '<Project>'
        echo '  <!-- Written by ./labs.sh setup, which tried it out. -->'
        echo '  <PropertyGroup>'
        echo "    <TorchProvider Condition=\"'\$(TorchProvider)' == ''\">$1</TorchProvider>"
        echo "    <TorchBackend Condition=\"'\$(TorchBackend)' == ''\">$2</TorchBackend>"
        if [ -n "$libtorch" ]; then echo "    <LibTorch Condition=\"'\$(LibTorch)' == ''\">$libtorch</LibTorch>"; fi
        echo '  </PropertyGroup>'
        echo '</Project>'
    } >"$props.new" || die "cannot write $props."
    mv -f "$props.new" "$props" || die "cannot write $props."
    say "TorchSharp comes from $1 (recorded in .labs/torch.props)"
}
