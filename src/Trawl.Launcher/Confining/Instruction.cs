using System.Runtime.InteropServices;

namespace Trawl.Launcher.Confining;

/// <summary>An instruction of the kernel's packet filter machine.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);
