# CourseLabs' launcher for PowerShell (5.1 and later): what labs.sh does, with TorchSharp from NuGet. On Linux use
# labs.sh, which can also take the system's libtorch. `./labs.ps1 help` lists what there is.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$props = Join-Path $root '.labs/torch.props' # the provider that setup recorded; Directory.Build.props reads it
$program = Join-Path $root 'artifacts/bin/CourseLabs.Cli/release/labs.dll'
$stamp = Join-Path $root 'artifacts/launcher/built' # as old as the start of the build that made the program
$published = Join-Path $root 'artifacts/launcher/published' # as old as what a notebook's #r names
$env:DOTNET_NOLOGO = '1'

function Say([string] $text) { [Console]::Error.WriteLine("labs: $text") }

function Stop-Labs([string] $text) {
    Say $text
    exit 2
}

# Runs dotnet with its output kept; on failure shows each line once. True if it went well.
function Invoke-Quietly([string[]] $arguments) {
    $ErrorActionPreference = 'Continue' # a line on standard error is no exception
    $script:said = & dotnet @arguments 2>&1 | ForEach-Object { "$_" }
    $LASTEXITCODE -eq 0
}

function Show-Said {
    $script:said | Where-Object { $_ -match ': error |: warning ' } | Select-Object -Unique |
        ForEach-Object { [Console]::Error.WriteLine(($_ -replace ' \[[^\]]*proj\]$', '')) }
}

function Build-Project([string] $project, [string[]] $more = @()) {
    $arguments = @('build', (Join-Path $root $project), '-c', 'Release', '-v', 'quiet', '-tl:off') + $more
    if (-not (Invoke-Quietly $arguments)) {
        Show-Said
        Stop-Labs 'the build failed.'
    }
}

# Is the built program that of the sources as they stand? A file deleted or added changes its folder's time.
function Test-Built {
    if (-not ((Test-Path $props) -and (Test-Path $stamp) -and (Test-Path $program))) { return $false }
    if ((Get-Content $stamp -TotalCount 1) -ne $root) { return $false }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $watched = @('labs', 'src', 'Directory.*', 'global.json', 'nuget.config', '.labs/torch.props') |
        ForEach-Object { Join-Path $root $_ } | Where-Object { Test-Path $_ }
    foreach ($item in @(Get-Item $watched) + @(Get-ChildItem (Join-Path $root 'labs'), (Join-Path $root 'src') -Recurse -ErrorAction SilentlyContinue)) {
        if ($item.LastWriteTimeUtc -gt $built -and $item.Extension -ne '.md') { return $false }
    }
    return $true
}

function Assert-Sdk {
    if (Get-Command dotnet -ErrorAction SilentlyContinue) {
        Push-Location $root # where global.json is
        try { if (Invoke-Quietly @('--version')) { return } } finally { Pop-Location }
    }
    Stop-Labs 'this needs the .NET SDK 10: see https://dotnet.microsoft.com/download/dotnet/10.0, then run this again.'
}

function Set-Provider([string[]] $arguments) {
    $line = "$arguments" -replace '=', ' '
    if ($line -notmatch '^(\s*(--provider\s+NuGet|--backend\s+cpu))*\s*$') {
        Stop-Labs "setup knows --provider NuGet and --backend cpu here, not '$arguments'; labs.sh on Linux knows more."
    }
    Say 'asking NuGet for TorchSharp (the first time this is a long download)'
    $probe = Join-Path $root 'eng/probe'
    if (-not (Invoke-Quietly @('restore', $probe, '-tl:off', '-p:TorchProvider=NuGet', '-p:TorchBackend=cpu'))) {
        Show-Said
        if ("$script:said" -match 'error NU(?!110[12])') {
            Stop-Labs 'NuGet could not be asked for TorchSharp: look at the network, the proxy and `dotnet nuget list source`, then run this again.'
        }
        Stop-Labs "this machine's NuGet source does not have TorchSharp."
    }
    Say 'trying torch.ones(1)'
    Build-Project 'eng/probe' @('-p:TorchProvider=NuGet', '-p:TorchBackend=cpu')
    if (-not (Invoke-Quietly @((Join-Path $root 'artifacts/bin/Probe/release/Probe.dll'))) -or "$script:said" -ne '1') {
        $script:said | Select-Object -First 20 | ForEach-Object { [Console]::Error.WriteLine($_) }
        Stop-Labs 'torch.ones(1) did not run: nothing is recorded. TorchSharp has packages for Windows and Linux on x64, and for macOS on arm64.'
    }
    New-Item -ItemType Directory -Force (Split-Path $props) | Out-Null
    @'
<Project>
  <!-- Written by ./labs.ps1 setup, which tried it out. -->
  <PropertyGroup>
    <TorchProvider Condition="'$(TorchProvider)' == ''">NuGet</TorchProvider>
    <TorchBackend Condition="'$(TorchBackend)' == ''">cpu</TorchBackend>
  </PropertyGroup>
</Project>
'@ | Set-Content "$props.new" -Encoding ascii
    Move-Item -Force "$props.new" $props
    Say 'TorchSharp comes from NuGet (recorded in .labs/torch.props)'
}

function Enter-SetUp {
    Assert-Sdk
    if (-not (Test-Path $props)) { Set-Provider @() }
}

# Brings the labs program up to date, without a trace of an older one should the build fail.
function Enter-Ready {
    if (Test-Built) { return }
    Enter-SetUp
    if (-not (Test-Path $program)) { Say 'building; later starts skip this unless a source has changed' }
    New-Item -ItemType Directory -Force (Split-Path $stamp) | Out-Null
    if (Test-Path $stamp) { Remove-Item $stamp }
    Set-Content "$stamp.new" $root
    Build-Project 'src/CourseLabs.Cli'
    Move-Item -Force "$stamp.new" $stamp
}

# Does artifacts/notebook hold the labs of that build?
function Test-Published {
    if (-not ((Test-Path $published) -and (Test-Path (Join-Path $root 'artifacts/notebook/CourseLabs.Labs.dll')))) { return $false }
    (Get-Item $published).LastWriteTimeUtc -gt (Get-Item $stamp).LastWriteTimeUtc
}

# Lays the labs out for notebooks: the assembly that their #r names, with all that it needs beside it.
function Enter-Published {
    if (Test-Published) { return }
    Say 'laying out artifacts/notebook, which notebooks load'
    $folder = Join-Path $root 'artifacts/notebook'
    foreach ($old in $published, $folder) { if (Test-Path $old) { Remove-Item -Recurse $old } }
    $arguments = @('publish', (Join-Path $root 'labs'), '-c', 'Release', '--no-build', '-v', 'quiet', '-tl:off', '-o', $folder)
    if (-not (Invoke-Quietly $arguments)) {
        Show-Said
        Stop-Labs 'artifacts/notebook could not be made.'
    }
    Set-Content $published $root
}

function Show-Usage {
    @'
CourseLabs: the examples of a deep-learning course, run in C#.

  ./labs.ps1 run [NAMES...]   run the lecture examples (all of them without a name)
  ./labs.ps1 list             name them
  ./labs.ps1 notebook run X   run a notebook's cells
  ./labs.ps1 kernel install   have Jupyter and VS Code run them
  ./labs.ps1 test [ARGS...]   run every test; ARGS go to `dotnet test`
  ./labs.ps1 doctor           look over this machine, and say what to do where something is not well
  ./labs.ps1 setup            restore TorchSharp and try it; the other commands do it when needed
'@
}

$command = "$($args | Select-Object -First 1)"
$rest = @($args | Select-Object -Skip 1)
switch ($command) {
    'setup' { Assert-Sdk; Set-Provider $rest; exit 0 }
    'test' {
        Enter-SetUp
        & dotnet test (Join-Path $root 'CourseLabs.sln') -c Release @rest
        exit $LASTEXITCODE
    }
    { $_ -in '', 'help', '-h', '--help' } {
        if (-not (Test-Path $props)) { Show-Usage; exit 0 }
    }
    'doctor' {
        Assert-Sdk
        "ok        SDK        .NET $script:said"
        if (-not (Test-Path $props)) {
            "not well  provider   nothing is recorded for this machine`n                     -> ./labs.ps1 setup"
            exit 1
        }
        'ok        provider   TorchSharp from NuGet'
    }
}
Enter-Ready
if ($command -in 'notebook', 'kernel') { Enter-Published }
& dotnet $program @args
exit $LASTEXITCODE
