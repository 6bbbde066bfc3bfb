using System.Text;
using System.Text.Json;
using Trawl.Model.Plans;

namespace Trawl.Storage.Outputs;

/// <summary>A column: a field, or a field of an object in dotted notation.</summary>
/// <param name="Name">Its heading, and its path in the record.</param>
/// <param name="Path">The names that lead to it.</param>
internal sealed record CsvColumn(string Name, IReadOnlyList<string> Path)
{
    internal static List<CsvColumn> Of(IEnumerable<FieldPlan> fields)
    {
        var columns = new List<CsvColumn>();
        Add(fields, [], columns);
        return columns;
    }

    /// <summary>The value as the text of a cell; null and missing are empty.</summary>
    internal string Read(JsonElement record)
    {
        var value = record;
        foreach (var name in Path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return "";
            }
        }

        return Cell(value);
    }

    private static void Add(IEnumerable<FieldPlan> fields, IReadOnlyList<string> above, List<CsvColumn> columns)
    {
        foreach (var field in fields)
        {
            IReadOnlyList<string> path = [.. above, field.Name];
            if (field is { Type: FieldType.Object, Many: false, Fields.Count: > 0 })
            {
                Add(field.Fields, path, columns);
            }
            else
            {
                columns.Add(new CsvColumn(string.Join('.', path), path));
            }
        }
    }

    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => JsonText.Read(value),
        JsonValueKind.Array => List(value),
        _ => value.GetRawText(),
    };

    /// <summary>Plain values joined with <c>|</c>; a list with anything else in it as JSON.</summary>
    private static string List(JsonElement list)
    {
        var text = new StringBuilder();
        var separator = "";
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return list.GetRawText();
            }

            text.Append(separator).Append(Escape(Cell(item)));
            separator = "|";
        }

        return text.ToString();
    }

    private static string Escape(string item) =>
        item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
