using System.Text.Json.Serialization;

namespace Trawl.Scheduling.Schedules;

/// <summary>What makes a schedule due.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CronTrigger), "cron")]
[JsonDerivedType(typeof(IntervalTrigger), "every")]
[JsonDerivedType(typeof(OnceTrigger), "at")]
[JsonDerivedType(typeof(AfterTrigger), "after")]
public abstract record Trigger;
