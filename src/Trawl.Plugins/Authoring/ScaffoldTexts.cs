namespace Trawl.Plugins.Authoring;

/// <summary>What all first plugins have in common; what stands between dollar signs is filled in.</summary>
internal static class ScaffoldTexts
{
    public const string Manifest = """
        # What the plugin says of itself. "trawl plugin check" holds it against the language of manifests.
        id: example.$name$
        version: 0.1.0
        contract: 1
        doc: $doc$
        run: [dotnet, bin/$type$.dll]

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

        return PluginWorker.Run(plugin => plugin.$kind$(context => new $type$$suffix$(context)));

        """;
}
