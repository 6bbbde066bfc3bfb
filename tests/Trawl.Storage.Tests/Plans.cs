using Trawl.Model.Plans;

namespace Trawl.Storage.Tests;

/// <summary>Small plans.</summary>
public static class Plans
{
    public static PipelinePlan Simple(int? depth = null) => new()
    {
        Name = "shop",
        Start = [new StartUrl("https://shop.test/")],
        Scope = new ScopePlan { Hosts = ["shop.test"], Depth = depth },
        Records = [Product()],
    };

    public static RecordType Product(InvalidPolicy onInvalid = InvalidPolicy.Quarantine) => new()
    {
        Name = "product",
        Key = ["sku"],
        OnInvalid = onInvalid,
        Fields =
        [
            new FieldPlan { Name = "sku" },
            new FieldPlan { Name = "price", Type = FieldType.Decimal },
            new FieldPlan { Name = "email", Rules = new FieldRules { Unique = true } },
        ],
    };
}
