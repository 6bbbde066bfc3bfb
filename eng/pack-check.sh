#!/usr/bin/env bash
# Packs the libraries, and builds and runs a program outside this repository that references the package Trawl alone.
# usage: eng/pack-check.sh [--no-build]     CONFIGURATION=Release or Debug
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
config=${CONFIGURATION:-Release}
cache=${NUGET_PACKAGES:-$HOME/.nuget/packages}
work=$(mktemp -d -t trawl-pack-XXXXXX)
trap 'rm -rf "$work"' EXIT

flags=(-nologo -v:q -clp:ErrorsOnly -p:Configuration="$config" -p:PackageOutputPath="$work/packages")
if [ "${1:-}" = --no-build ]; then
  flags+=(-p:NoBuild=true)
else
  dotnet msbuild eng/pack.proj "${flags[@]}" -t:Restore
fi
dotnet msbuild eng/pack.proj "${flags[@]}"

# What is in the packages: a description each, a README where the room has one, no dependency that is not published.
for package in "$work"/packages/*.nupkg; do
  spec=$(unzip -p "$package" '*.nuspec')
  name=$(sed -n 's:.*<id>\(.*\)</id>.*:\1:p' <<<"$spec")
  grep -q '<description>Package Description' <<<"$spec" && { echo "$name has no <Description>." >&2; exit 1; }
  room=src/${name/%Trawl/Trawl.Hosting}
  if [ -f "$room/README.md" ] && ! grep -q '<readme>' <<<"$spec"; then
    echo "$name does not carry its README." >&2
    exit 1
  fi
  # Trawl.Ipc and Trawl.Warc stand alone; they and what plugins and programs are written against explain themselves in editors.
  if [[ $name = Trawl.Ipc || $name = Trawl.Warc ]] && grep -q '<dependency ' <<<"$spec"; then
    echo "$name stands alone and yet has a dependency." >&2
    exit 1
  fi
  if [[ $name =~ ^Trawl(\.(Ipc|Warc|Sdk|Model|Api|Pipelines|Testing))?$ ]] && ! unzip -l "$package" 'lib/*.xml' >/dev/null; then
    echo "$name does not carry its documentation." >&2
    exit 1
  fi
  version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' <<<"$spec")
  for needed in $(sed -n 's:.*<dependency id="\(Trawl[^"]*\)".*:\1:p' <<<"$spec"); do
    [ -f "$work/packages/$needed.$version.nupkg" ] || { echo "$name needs $needed, which is not packed." >&2; exit 1; }
  done
done
[ -f "$work/packages/Trawl.$version.nupkg" ] || { echo "The package Trawl is not there." >&2; exit 1; }

# A newcomer's project. Packages of a folder of its own, so that no older Trawl of the user's cache is taken.
mkdir "$work/app"
cp eng/pack-check/Program.cs "$work/app/"
cat >"$work/app/nuget.config" <<EOF
<configuration>
  <config><add key="globalPackagesFolder" value="$work/cache" /></config>
  <fallbackPackageFolders><add key="cache" value="$cache" /></fallbackPackageFolders>
  <packageSources><add key="trawl" value="$work/packages" /></packageSources>
</configuration>
EOF
cat >"$work/app/App.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <UseSharedCompilation>false</UseSharedCompilation>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Trawl" Version="$version" />
  </ItemGroup>
</Project>
EOF
unset NUGET_PACKAGES
cd "$work/app"
# A partial copy of the registry may lack the lowest version somebody asks for (NU1603).
dotnet build -v q -clp:ErrorsOnly -warnaserror -p:WarningsNotAsErrors=NU1603 -o "$work/out"
TRAWL_HOME="$work/home" dotnet "$work/out/App.dll"
