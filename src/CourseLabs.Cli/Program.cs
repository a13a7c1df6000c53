using System.Runtime.InteropServices;
using CourseLabs.Cli;

using var interrupt = new CancellationTokenSource();
using var sigint = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var sigterm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return App.Run(args, Terminal.OfProcess(interrupt.Token));

// The first one lets a running example stop and what was finished be written; the second ends the process at once.
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
}
