namespace Trawl.Pipelines.Language;

/// <summary>What the reference says that belongs to no key.</summary>
internal static class ReferenceText
{
    public const string Head = """
        # The pipeline language

        A pipeline is a YAML 1.2 file. `trawl validate FILE` checks it and names every error with its line and column; the codes are in
        [pipeline-errors.md](pipeline-errors.md). Editors that know YAML check and complete it with
        [pipeline.schema.json](pipeline.schema.json): put a copy beside the pipeline and begin the pipeline with

        ```yaml
        # yaml-language-server: $schema=pipeline.schema.json
        ```

        ## Values from outside

        | written | becomes |
        |---|---|
        | `${name}` or `${set:name}` | the value of `--set name=…` |
        | `${env:NAME}` | the environment variable, or the line of the `.env` file |
        | `${name:-text}`, `${env:NAME:-text}` | the same, or the text where it is missing |
        | `$${` | the two characters `${` |

        A missing value without a default is an error. In headers `${env:NAME}` is checked but not stored with the run: it is filled in when
        a request is sent.


        """;

    public const string Tail = """

        ## Anchors, aliases and tags

        An anchor (`&name`) gives a value a name, an alias (`*name`) repeats it. Tags and merge keys (`<<`) are refused. A file has at most
        1,048,576 characters and 50,000 values, with aliases written out, nested at most 40 deep.

        """;

    public const string Errors = """
        # Errors and warnings of pipelines

        An error stops the pipeline, a warning does not. `trawl validate FILE` reports all of them at once.


        """;
}
