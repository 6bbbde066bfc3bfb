namespace Trawl.EndToEnd.Tests.Governing;

/// <summary>A test that needs a control group with a controller, and says why it cannot have one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ControlGroupFactAttribute : FactAttribute
{
    public ControlGroupFactAttribute(string controller) =>
        Skip = Environment.IsPrivilegedProcess ? ControlGroup.Obstacle(controller) : "Control groups and mounts need root.";
}
