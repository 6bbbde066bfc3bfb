using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Steps.Content;
using Trawl.Steps.Dates;
using Trawl.Steps.Selecting;
using Trawl.Steps.Values;

namespace Trawl.Steps.Fields;

/// <summary>Finds the raw values of a field, transforms applied.</summary>
internal static class FieldSourceReader
{
    /// <summary>Adds what is found; nothing added means nothing was found.</summary>
    public static void Read(CompiledField field, PageView page, in Found scope, List<RawValue> into)
    {
        if (field.Plan.Source == FieldSource.Selectors) ReadSelectors(field, page, scope, into);
        else if (Fixed(field, page, scope) is { } value)
        {
            into.Add(value);
            page.Observer?.Taken(scope, into, 0);
            Transform(field, page, into);
        }
    }

    private static RawValue? Fixed(CompiledField field, PageView page, in Found scope) => field.Plan.Source switch
    {
        FieldSource.PageUrl => new RawValue(page.Url.WithoutFragment().Href),
        FieldSource.FetchedAt => new RawValue(MomentText.Instant(page.Page.Response.StartedAt.UtcDateTime)),
        FieldSource.Status => Number(page.Page.Response.Status),
        FieldSource.Count => Number(Count(field, page, scope)),
        // A number in the pipeline is a plain one, whatever the locale of the pages.
        _ => field.Plan.Constant is null ? null : new RawValue(field.Plan.Constant, field.IsNumber),
    };

    private static RawValue Number(int number) => new(number.ToString(CultureInfo.InvariantCulture), true);

    private static int Count(CompiledField field, PageView page, in Found scope)
    {
        for (var i = 0; i < field.Selectors.Length; i++)
        {
            var count = field.Selectors[i].Count(page, scope);
            page.Observer?.Asked(i, count);
            if (count > 0) return count;
        }

        return 0;
    }

    private static void ReadSelectors(CompiledField field, PageView page, in Found scope, List<RawValue> into)
    {
        if (field.Selectors.Length == 0)
        {
            field.TakerOf(-1).Take(page, scope, into);
            page.Observer?.Taken(scope, into, 0);
            Transform(field, page, into);
            return;
        }

        var found = page.RentFound();
        var raw = page.RentRaw();
        for (var i = 0; i < field.Selectors.Length && !HasValue(into); i++)
        {
            found.Clear();
            raw.Clear();
            field.Selectors[i].Find(page, scope, found);
            page.Observer?.Asked(i, found.Count);
            Take(field, page, i, found, raw);
            Transform(field, page, raw);
            // A later selector that finds nothing at all does not undo an empty text found before.
            if (into.Count > 0 && !HasValue(raw)) continue;
            Replace(into, raw);
            page.Observer?.Chosen(i);
        }

        page.Return(found);
        page.Return(raw);
    }

    private static void Take(CompiledField field, PageView page, int selector, List<Found> found, List<RawValue> into)
    {
        var taker = field.TakerOf(selector);
        var most = field.MostTaken;
        foreach (var item in found)
        {
            if (into.Count >= most) break;
            var before = into.Count;
            taker.Take(page, item, into);
            page.Observer?.Taken(item, into, before);
        }

        if (into.Count > most) into.RemoveRange(most, into.Count - most);
        if (into.Count == PageLimits.Values && found.Count > PageLimits.Values) page.Warn("A list was cut at 100,000 values.");
    }

    private static bool HasValue(List<RawValue> values)
    {
        foreach (var value in values)
        {
            if (value.Text.Length > 0) return true;
        }

        return false;
    }

    private static void Replace(List<RawValue> into, List<RawValue> from)
    {
        into.Clear();
        into.AddRange(from);
    }

    private static void Transform(CompiledField field, PageView page, List<RawValue> values)
    {
        if (field.Transforms.Length == 0 || values.Count == 0) return;
        var texts = new List<string>(values.Count);
        foreach (var value in values) texts.Add(value.Text);
        for (var i = 0; i < field.Transforms.Length; i++)
        {
            page.Observer?.Transforming(texts);
            field.Transforms[i].Apply(texts);
            page.Observer?.Transformed(i, texts);
        }

        values.Clear();
        foreach (var text in texts)
        {
            // Prefixes and joins make texts longer: the longest value is the same for what a page says and what is made of it.
            var cut = text.Length > PageLimits.ValueLength ? text[..PageLimits.ValueLength] : text;
            if (values.Count < PageLimits.Values) values.Add(new RawValue(cut));
        }
    }
}
