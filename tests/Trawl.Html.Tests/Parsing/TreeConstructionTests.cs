using System.Text;
using Trawl.Html.Parsing;
using Xunit.Abstractions;

namespace Trawl.Html.Tests.Parsing;

/// <summary>The tree construction suite of html5lib-tests, every case but fragments and those with scripting.</summary>
public sealed class TreeConstructionTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_document_case_holds()
    {
        int run = 0, fragments = 0, scripted = 0;
        var wrong = new StringBuilder();
        int wrongCount = 0;
        foreach (string file in HtmlTestData.Files("tree-construction", "*.dat"))
        {
            bool isScriptedFile = Path.GetFileName(Path.GetDirectoryName(file)) == "scripted";
            foreach (var test in TreeConstructionCase.Read(file))
            {
                if (test.IsFragment) fragments++;
                else if (test.IsScripted || isScriptedFile) scripted++;
                else
                {
                    run++;
                    using var document = HtmlParser.Parse(test.Data);
                    string tree = TreeDump.Of(document);
                    if (tree == test.Document) continue;
                    wrongCount++;
                    wrong.Append(test.File).Append(':').Append(test.Line).Append('\n').Append(test.Data)
                        .Append("\n--- expected\n").Append(test.Document).Append("\n--- got\n").Append(tree).Append("\n\n");
                }
            }
        }

        output.WriteLine($"{run} cases, {wrongCount} wrong; left out: {fragments} fragments, {scripted} with scripting on");
        Assert.True(run > 1_300, $"only {run} cases: is the suite whole?");
        Assert.True(wrongCount == 0, $"{wrongCount} of {run} wrong\n{wrong}");
    }
}
