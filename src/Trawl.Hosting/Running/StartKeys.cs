using System.Security.Cryptography;
using System.Text;
using Trawl.Hosting.Home;
using Trawl.Model.Ids;
using Trawl.Storage.Durability;

namespace Trawl.Hosting.Running;

/// <summary>
/// Which run an idempotency key stands for. The name is on the disk before the run is created: after a crash in between
/// the same key creates the run under the same name.
/// </summary>
internal sealed class StartKeys(HomeFolder home)
{
    public RunId? Find(string key) =>
        File.Exists(PathOf(key)) && RunId.TryParse(File.ReadAllText(PathOf(key)), out var id) ? id : null;

    public void Write(string key, RunId id)
    {
        DurableFolder.Create(home.Keys);
        var path = PathOf(key);
        var part = path + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(id.Value));
            DurableFile.Flush(file);
        }

        File.Move(part, path, overwrite: true);
        DurableFolder.Flush(home.Keys);
    }

    private string PathOf(string key) =>
        Path.Combine(home.Keys, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
