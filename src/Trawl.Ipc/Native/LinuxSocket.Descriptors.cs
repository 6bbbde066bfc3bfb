using System.Runtime.InteropServices;

namespace Trawl.Ipc.Native;

/// <summary>Passing one descriptor along with bytes (unix(7), SCM_RIGHTS), and who the peer is (SO_PEERCRED).</summary>
internal sealed unsafe partial class LinuxSocket
{
    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int PeerCredentialsOption = 17;
    private const int CloseOnExecute = 0x40000000;

    // One cmsghdr (length, level, type: 16 bytes) and one int, rounded to 8.
    private const int ControlSize = 24;

    public override PeerCredentials Peer
    {
        get
        {
            var credentials = stackalloc int[3];
            uint length = 12;
            if (Libc.GetSocketOption(_descriptor, SocketLevel, PeerCredentialsOption, credentials, &length) != 0)
                return new(-1, uint.MaxValue, uint.MaxValue);
            return new(credentials[0], (uint)credentials[1], (uint)credentials[2]);
        }
    }

    public override SocketOutcome SendWith(ReadOnlySpan<byte> data, int descriptor, out int sent)
    {
        var control = stackalloc byte[ControlSize];
        *(nuint*)control = 20;
        ((int*)control)[2] = SocketLevel;
        ((int*)control)[3] = Rights;
        ((int*)control)[4] = descriptor;
        fixed (byte* start = data)
        {
            var vector = new IoVector { Base = start, Length = (nuint)data.Length };
            var message = new MessageHeader { Vectors = &vector, VectorCount = 1, Control = control, ControlLength = ControlSize };
            return Outcome(Libc.SendMessage(_descriptor, &message, NoSignal), out sent);
        }
    }

    // More descriptors than one are closed by the kernel because there is no room.
    public override SocketOutcome ReceiveWith(Span<byte> buffer, out int received, out Descriptor? descriptor)
    {
        var control = stackalloc byte[ControlSize];
        fixed (byte* start = buffer)
        {
            var vector = new IoVector { Base = start, Length = (nuint)buffer.Length };
            var message = new MessageHeader { Vectors = &vector, VectorCount = 1, Control = control, ControlLength = ControlSize };
            var outcome = Outcome(Libc.ReceiveMessage(_descriptor, &message, CloseOnExecute), out received);
            descriptor = outcome == SocketOutcome.Moved ? Passed(control, message.ControlLength) : null;
            return outcome;
        }
    }

    private static Descriptor? Passed(byte* control, nuint length)
    {
        if (length < 20 || *(nuint*)control < 20) return null;
        return ((int*)control)[2] == SocketLevel && ((int*)control)[3] == Rights ? new Descriptor(((int*)control)[4]) : null;
    }
}
