using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>login</c>.</summary>
internal static class LoginBinder
{
    public static LoginPlan? Bind(MapNode? map)
    {
        if (map?.Text("url") is not { } url) return null;
        var again = map.Map("again") ?? new MapNode();
        var plan = new LoginPlan
        {
            Url = url,
            Form = map.Text("form"),
            Fields = [.. map.Entries("fields").Where(e => e.Value.AsText() is not null).Select(e => new HeaderPlan(e.Name, e.Value.AsText()!))],
            Success = map.Text("success"),
            AgainOnRedirect = again.Texts("redirect"),
            AgainOnCss = again.Text("css"),
        };
        return again["status"] is null ? plan : plan with
        {
            AgainOnStatus = [.. again.Texts("status").Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var status) ? status : 401)],
        };
    }
}
