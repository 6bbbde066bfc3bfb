using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether a field's settings fit its type and source.</summary>
internal sealed class FieldChecks(PlanPlaces places, DiagnosticSink sink)
{
    public void Run(PipelinePlan plan)
    {
        foreach (var step in plan.Pages.SelectMany(p => p.Extract)) Check(step.Fields, isNested: false);
    }

    private void Check(IReadOnlyList<FieldPlan> fields, bool isNested)
    {
        NameChecks.Run("fields", fields, f => f.Name, places, sink);
        foreach (var field in fields)
        {
            Check(field, isNested);
            Check(field.Fields, isNested: true);
        }
    }

    private void Check(FieldPlan field, bool isNested)
    {
        // A type that is wrong has been reported; whether other settings fit it nobody knows.
        if (places.Of(field, "type").IsFaulty) return;
        CheckSettings(field, isNested);
        CheckSource(field);
        CheckValues(field);
        CheckBounds(field);
    }

    private void CheckSettings(FieldPlan field, bool isNested)
    {
        var type = field.Type;
        bool isNumber = type is FieldType.Integer or FieldType.Decimal;
        bool isTime = type is FieldType.Date or FieldType.DateTime;
        bool isText = type is FieldType.Text or FieldType.Url;
        bool isTree = type is FieldType.Object or FieldType.Json;
        Refuse(field, "min", field.Rules.Min is not null && !isNumber && !isTime);
        Refuse(field, "max", field.Rules.Max is not null && !isNumber && !isTime);
        Refuse(field, "minLength", field.Rules.MinLength is not null && !isText && !field.Many);
        Refuse(field, "maxLength", field.Rules.MaxLength is not null && !isText && !field.Many);
        Refuse(field, "pattern", field.Rules.Pattern is not null && !isText);
        Refuse(field, "oneOf", field.Rules.OneOf.Count > 0 && isTree);
        Refuse(field, "default", field.Default is not null && type == FieldType.Object);
        Refuse(field, "locale", field.Locale is not null && !isNumber && !isTime);
        Refuse(field, "formats", field.Formats.Count > 0 && !isTime);
        Refuse(field, "zone", field.Zone is not null && !isTime);
        Refuse(field, "transforms", field.Transforms.Count > 0 && isTree);
        Refuse(field, "fields", field.Fields.Count > 0 && type != FieldType.Object);
        if (field.Rules.Unique && (isNested || isTree))
            sink.Add(Rules.DoesNotFit, places.KeyOf(field, "unique"),
                "\"unique\" does not fit a field inside an object, nor an object.");
        if (type == FieldType.Object && field.Fields.Count == 0 && !places.Of(field).HasFault)
            sink.Add(Rules.MissingKey, places.Of(field, "type"), $"The object \"{field.Name}\" has no fields.",
                "Add \"fields:\".");
    }

    private void Refuse(FieldPlan field, string key, bool isWrong)
    {
        if (isWrong)
            sink.Add(Rules.DoesNotFit, places.KeyOf(field, key),
                $"\"{key}\" does not fit a field of type \"{TypeNames.Of(field.Type)}\".");
    }

    private void CheckSource(FieldPlan field)
    {
        if (field.Source == FieldSource.Selectors)
        {
            RefuseTake(field);
            return;
        }

        foreach (string key in new[] { "take", "many", "fields", "transforms" })
            if (places.Of(field) is Syntax.MapNode map && map[key] is not null)
                sink.Add(Rules.DoesNotFit, places.KeyOf(field, key), $"\"{key}\" only goes with a selector.");
        bool fits = field.Type == FieldType.Text || field.Source switch
        {
            FieldSource.PageUrl => field.Type == FieldType.Url,
            FieldSource.FetchedAt => field.Type is FieldType.DateTime or FieldType.Date,
            FieldSource.Status or FieldSource.Count => field.Type is FieldType.Integer or FieldType.Decimal,
            _ => true,
        };
        if (!fits) sink.Add(
            Rules.DoesNotFit, places.Of(field, "type"),
            $"The type \"{TypeNames.Of(field.Type)}\" does not fit what the source gives.");
    }

    /// <summary>JSON values, matches and meta elements are taken as they are.</summary>
    private void RefuseTake(FieldPlan field)
    {
        bool isElement = field.Selectors.Count == 0
            || field.Selectors.Any(s => s.Language is SelectorLanguage.Css or SelectorLanguage.XPath);
        if (!isElement && places.Of(field) is Syntax.MapNode map && map["take"] is not null)
            sink.Add(Rules.DoesNotFit, places.KeyOf(field, "take"), "\"take\" only goes with \"css\" and \"xpath\".");
    }

    private void CheckValues(FieldPlan field)
    {
        CheckValue(field, "min", field.Rules.Min);
        CheckValue(field, "max", field.Rules.Max);
        CheckValue(field, "default", field.Default);
        CheckValue(field, "value", field.Constant);
        foreach (string allowed in field.Rules.OneOf) CheckValue(field, "oneOf", allowed);
    }

    private void CheckValue(FieldPlan field, string key, string? text)
    {
        if (text is not null && !TypedText.Is(text, field.Type))
            sink.Add(Rules.NotOfType, places.Of(field, key),
                $"\"{text}\" is not a value of type \"{TypeNames.Of(field.Type)}\".", TypedText.Advice(field.Type));
    }

    private void CheckBounds(FieldPlan field)
    {
        if (field.Rules.Min is { } min && field.Rules.Max is { } max && TypedText.Compare(min, max, field.Type) > 0)
            sink.Add(Rules.EmptyRange, places.Of(field, "min"),
                $"The smallest value \"{min}\" is above the largest \"{max}\".");
        if (field.Rules.MinLength > field.Rules.MaxLength)
            sink.Add(Rules.EmptyRange, places.Of(field, "minLength"), "\"minLength\" is above \"maxLength\".");
    }
}
