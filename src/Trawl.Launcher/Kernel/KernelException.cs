using System.Runtime.InteropServices;

namespace Trawl.Launcher.Kernel;

/// <summary>The kernel refused something without which the worker must not run.</summary>
internal sealed class KernelException(string what) : Exception($"{what}: {Marshal.GetLastPInvokeErrorMessage()}");
