using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Trawl.Hosting.Running;

/// <summary>A run's chance comes from its name: the same on every machine and in every resume.</summary>
internal static class RunSeed
{
    public static int Of(string runId) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(runId)));
}
