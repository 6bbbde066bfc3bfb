using System.Net;

namespace Trawl.Fetch.Egress;

/// <summary>A block of addresses that is not, or not wholly, ordinary public address space.</summary>
/// <param name="Block">The block.</param>
/// <param name="Name">What it is for, to be read after "is in".</param>
/// <param name="IsGlobal">Whether its addresses are globally reachable nevertheless.</param>
internal sealed record SpecialBlock(IPNetwork Block, string Name, bool IsGlobal);
