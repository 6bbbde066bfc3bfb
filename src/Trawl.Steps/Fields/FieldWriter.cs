using System.Text.Json;
using Trawl.Steps.Content;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;
using Trawl.Steps.Values;
using Trawl.Model.Plans;

namespace Trawl.Steps.Fields;

/// <summary>Reads fields from one page, checks their rules and writes their values as JSON.</summary>
internal sealed class FieldWriter(PageView page, Utf8JsonWriter writer, ProblemList problems, List<string> uniques)
{
    /// <summary>Writes the value of a field whose name was written.</summary>
    public void Write(CompiledField field, in Found scope)
    {
        page.Observer?.FieldBegun(field, scope, problems);
        if (field.Plan.Type == FieldType.Object) WriteObjects(field, scope);
        else if (field.Plan.Many) WriteList(field, scope);
        else WriteSingle(field, scope);
        page.Observer?.FieldEnded();
    }

    private void WriteSingle(CompiledField field, in Found scope)
    {
        var values = page.RentRaw();
        FieldSourceReader.Read(field, page, scope, values);
        var isWrong = false;
        var value = values.Count == 0 ? FieldValue.Null : Convert(field, values[0], out isWrong);
        if (!isWrong && (value.IsNull || value.IsEmptyText)) value = Default(field, value);
        page.Return(values);

        field.Check.CheckPresent(field.Path, isWrong || !(value.IsNull || value.IsEmptyText), problems);
        Finish(field, value);
    }

    private void WriteList(CompiledField field, in Found scope)
    {
        var values = page.RentRaw();
        FieldSourceReader.Read(field, page, scope, values);
        var most = Math.Min(field.Plan.Limit ?? int.MaxValue, PageLimits.Values);
        var count = 0;
        writer.WriteStartArray();
        foreach (var raw in values)
        {
            if (count >= most) break;
            var value = Convert(field, raw, out var isWrong);
            if (value.IsNull && !isWrong) continue;
            Finish(field, value);
            count++;
        }

        if (count == 0 && Default(field, FieldValue.Null) is { IsNull: false } absent)
        {
            Finish(field, absent);
            count++;
        }

        writer.WriteEndArray();
        page.Return(values);
        field.Check.CheckCount(field.Path, count, problems);
    }

    private void WriteObjects(CompiledField field, in Found scope)
    {
        var found = page.RentFound();
        if (field.Selectors.Length == 0) found.Add(scope);
        for (var i = 0; i < field.Selectors.Length && found.Count == 0; i++)
        {
            field.Selectors[i].Find(page, scope, found);
            page.Observer?.Asked(i, found.Count);
            if (found.Count > 0) page.Observer?.Chosen(i);
        }

        if (field.Plan.Many) WriteObjectList(field, found);
        else if (found.Count == 0) writer.WriteNullValue();
        else WriteObject(field, found[0]);
        if (!field.Plan.Many) field.Check.CheckPresent(field.Path, found.Count > 0, problems);
        page.Return(found);
    }

    private void WriteObjectList(CompiledField field, List<Found> found)
    {
        var most = Math.Min(field.Plan.Limit ?? int.MaxValue, PageLimits.Values);
        var count = Math.Min(found.Count, most);
        writer.WriteStartArray();
        for (var i = 0; i < count; i++) WriteObject(field, found[i]);
        writer.WriteEndArray();
        field.Check.CheckCount(field.Path, count, problems);
    }

    private void WriteObject(CompiledField field, in Found scope)
    {
        page.Observer?.ObjectBegun(scope);
        writer.WriteStartObject();
        foreach (var child in field.Fields)
        {
            writer.WritePropertyName(child.Name);
            Write(child, scope);
        }

        writer.WriteEndObject();
    }

    private void Finish(CompiledField field, in FieldValue value)
    {
        if (!field.Check.IsEmpty) field.Check.CheckValue(field.Path, value, problems);
        if (field.Check.Unique && !value.IsNull) uniques.Add($"{field.Path}={value.AsText()}");
        value.Write(writer);
        page.Observer?.Written(value);
    }

    private FieldValue Convert(CompiledField field, in RawValue raw, out bool isWrong)
    {
        isWrong = false;
        if (!field.HasTextType && !field.EmptySpeaks && WhiteSpace.Trim(raw.Text.AsSpan()).IsEmpty) return FieldValue.Null;
        isWrong = !field.Converter.TryConvert(raw, page.Convert, out var value);
        page.Observer?.Converted(raw, value, isWrong ? field.Converter.Expected : null);
        if (!isWrong) return value;
        problems.Add(field.Path, "type", $"{ProblemList.Quote(raw.Text)} is not {field.Converter.Expected}.");
        return FieldValue.Null;
    }

    private FieldValue Default(CompiledField field, in FieldValue found)
    {
        if (field.Plan.Default is not { } text) return found;
        page.Observer?.Defaulted(text);
        if (field.Converter.TryConvert(new RawValue(text, field.IsNumber), page.Convert, out var value)) return value;
        return RuleBase.TryIso(text, field.Plan.Type, out value) ? value : FieldValue.Null;
    }
}
