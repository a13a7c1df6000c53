# Builds the `labs` command when a source has changed, then runs it, as labs.sh does; `./labs.ps1 help` lists what there is.
# For PowerShell 5.1 and later.
$root = $PSScriptRoot
$program = Join-Path $root 'artifacts/bin/CourseLabs.Cli/debug/labs.dll'
$stamp = Join-Path $root 'artifacts/labs.built' # as old as the start of the last build that went well
$noSdk = 'this needs the .NET SDK 10: see https://dotnet.microsoft.com/download/dotnet/10.0, then run this again.'

function Stop-Labs([string] $text) {
    [Console]::Error.WriteLine("labs: $text")
    exit 2
}

# Is a source newer than the last build? A file that was added or deleted changes its folder's time. A student's Tasks.cs is in no build.
function Test-Changed {
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $sources = 'labs', 'src', 'eng', 'Directory.*', 'global.json', 'nuget.config' | ForEach-Object { Join-Path $root $_ }
    $newer = Get-Item $sources; $newer += Get-ChildItem $sources -Recurse
    [bool] ($newer | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.Name -notlike 'Tasks.cs*' -and $_.Name -ne 'exercise' } | Select-Object -First 1)
}

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-Labs $noSdk }
if (-not (Test-Path $program) -or -not (Test-Path $stamp) -or (Test-Changed)) {
    Push-Location $root # where global.json is
    & dotnet --version *> $null
    Pop-Location
    if ($LASTEXITCODE -ne 0) { Stop-Labs $noSdk }
    [Console]::Error.WriteLine('labs: building; later starts skip this unless a source has changed')
    New-Item -ItemType File -Force "$stamp.new" | Out-Null
    $env:DOTNET_NOLOGO = '1'
    & dotnet build (Join-Path $root 'src/CourseLabs.Cli') -v quiet -clp:NoSummary | ForEach-Object { [Console]::Error.WriteLine($_) }
    if ($LASTEXITCODE -ne 0) { Stop-Labs 'the build failed.' }
    Move-Item -Force "$stamp.new" $stamp
}
try { & dotnet $program @args } finally { exit $LASTEXITCODE } # also after Ctrl-C
