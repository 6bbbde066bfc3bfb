using System.Text.Json.Nodes;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>login</c>.</summary>
internal static class LoginLanguage
{
    public static readonly MapShape Login = new("login", () => Keys)
    {
        Doc = "A form that is sent before the first page, and again when the session is over. Its exchanges are not recorded.",
        Example = """
            login:
              url: https://shop.example/login
              fields: { user: "${env:SHOP_USER}", password: "${env:SHOP_PASSWORD}" }
              success: a.logout
              again: { status: 401, redirect: /expired* }
            """,
    };

    private static readonly MapShape Again = new("loginAgain", () => AgainKeys)
    {
        Doc = "What says that the session is over, beside a redirect to the login page.",
        Example = "again: { status: [401, 403], redirect: /expired*, css: form#login }",
    };

    private static readonly ScalarShape FieldName =
        Scalars.Checked("formField", "name of a field", static _ => null, "Name of a field as the form has it.");

    private static readonly ScalarShape FieldValue = new(
        "secretText", "text", static _ => null, static () => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") })
    { Doc = "Any text. `${env:NAME}` is not stored with the run; it is filled in when the form is sent. Other text is stored sealed." };

    private static IReadOnlyList<Key> Keys =>
    [
        new("url", Kinds.Url, "The page that has the form.") { Required = true },
        new("form", Kinds.Css, "The form.") { Default = "the first one that asks for a password" },
        new("fields", new TableShape(FieldName, FieldValue), "What is filled in; hidden fields of the form are sent as they are.") { Required = true },
        new("success", Kinds.Css, "Found on the page behind the form once the login is done.") { Default = "the form is not there any more" },
        new("again", Again, "What says that the session is over, beside a redirect to the login page.") { Default = "status 401" },
    ];

    private static IReadOnlyList<Key> AgainKeys =>
    [
        new("status", UnionShape.OneOrMany(Scalars.Integer(400, 499)), "Statuses that say so.") { Default = "401" },
        new("redirect", UnionShape.OneOrMany(Kinds.Pattern), "Redirects that say so, beside those to the login page.") { Example = "/expired*" },
        new("css", Kinds.Css, "Found on a page that says so. Such pages are parsed twice."),
    ];
}
