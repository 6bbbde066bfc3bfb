namespace Trawl.Access.Users;

/// <summary>Rights of roles, and their names.</summary>
public static class Rights
{
    private static readonly (string Name, Right Right)[] s_names =
        [("read", Right.Read), ("operate", Right.Operate), ("edit", Right.Edit), ("administer", Right.Administer)];

    /// <summary>Everything a role may do.</summary>
    public static Right Of(Role role) => role switch
    {
        Role.Viewer => Right.Read,
        Role.Operator => Right.Read | Right.Operate,
        Role.Editor => Right.Read | Right.Operate | Right.Edit,
        Role.Admin => Right.Read | Right.Operate | Right.Edit | Right.Administer,
        _ => Right.None,
    };

    /// <summary>The names of the rights in a set, weakest first.</summary>
    public static IReadOnlyList<string> Names(Right rights) =>
        [.. s_names.Where(n => rights.HasFlag(n.Right)).Select(n => n.Name)];

    /// <summary>Reads names; false when one of them is no right.</summary>
    /// <param name="names">Such as <c>read</c> and <c>operate</c>.</param>
    /// <param name="rights">Their set.</param>
    /// <param name="unknown">The name that is none; null when all are.</param>
    public static bool TryParse(IEnumerable<string> names, out Right rights, out string? unknown)
    {
        (rights, unknown) = (Right.None, null);
        foreach (var name in names)
        {
            var known = s_names.FirstOrDefault(n => n.Name == name);
            if (known.Name is null)
            {
                unknown = name;
                return false;
            }

            rights |= known.Right;
        }

        return true;
    }
}
