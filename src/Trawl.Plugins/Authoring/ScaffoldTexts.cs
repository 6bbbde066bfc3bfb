namespace Trawl.Plugins.Authoring;

/// <summary>The files of a first plugin; what stands between dollar signs is filled in.</summary>
internal static class ScaffoldTexts
{
    public const string Manifest = """
        # What the plugin says of itself. "trawl plugin check" holds it against the language of manifests.
        id: example.$name$
        version: 0.1.0
        contract: 1
        doc: Writes the title in capitals, into a field of its own.
        run: [dotnet, bin/$type$.dll]
        kinds:
          transform: { fields: { loudTitle: text } }
        settings:
          mark: { type: text, default: "!", doc: Put behind the title. }

        """;

    /// <summary>References the libraries of the Trawl that wrote it, so that it builds without a package registry.</summary>
    public const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <OutputPath>bin/</OutputPath>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
            <UseAppHost>false</UseAppHost>
            <!-- Of the Trawl that wrote this file. Elsewhere: dotnet build -p:TrawlLibraries=FOLDER -->
            <TrawlLibraries Condition="'$(TrawlLibraries)' == ''">$libraries$</TrawlLibraries>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="Trawl.Sdk" HintPath="$(TrawlLibraries)/Trawl.Sdk.dll" />
            <Reference Include="Trawl.Model" HintPath="$(TrawlLibraries)/Trawl.Model.dll" />
            <Reference Include="Trawl.Ipc" HintPath="$(TrawlLibraries)/Trawl.Ipc.dll" />
          </ItemGroup>
        </Project>

        """;

    public const string Program = """
        using $type$;
        using Trawl.Sdk;

        return PluginWorker.Run(plugin => plugin.Transform(context => new $type$Transform(context)));

        """;

    public const string Transform = """
        using Trawl.Sdk;
        using Trawl.Sdk.Records;

        namespace $type$;

        /// <summary>Writes the title in capitals, into a field of its own.</summary>
        internal sealed class $type$Transform(PluginContext context) : IRecordTransform
        {
            private readonly string _mark = context.Settings.Text("mark") ?? "";

            public ValueTask TransformAsync(PluginRecord record)
            {
                record["loudTitle"] = record.Text("title")?.ToUpperInvariant() + _mark;
                return default;
            }
        }

        """;

    public const string Example = """
        {
          "do": "transform",
          "settings": { "mark": "!!" },
          "record": { "title": "A quiet book" },
          "expect": { "record": { "title": "A quiet book", "loudTitle": "A QUIET BOOK!!" } }
        }

        """;
}
