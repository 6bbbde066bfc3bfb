namespace Trawl.Pipelines.Authoring;

/// <summary>Says how a start URL is asked for.</summary>
public sealed class RequestBuilder
{
    private readonly Draft _draft;

    internal RequestBuilder(Draft draft) => _draft = draft;

    /// <summary>Sets the method; default GET.</summary>
    /// <param name="method">GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS.</param>
    public RequestBuilder Method(string method)
    {
        _draft.Set("method", method);
        return this;
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">
    /// Visible ASCII; <c>${env:NAME}</c> is not stored with the run but filled in when the request is sent.
    /// </param>
    public RequestBuilder Header(string name, string value)
    {
        _draft.Map("headers").Set(name, value);
        return this;
    }

    /// <summary>Sets the body, sent as UTF-8; needs a method that sends one.</summary>
    public RequestBuilder Body(string body)
    {
        _draft.Set("body", body);
        return this;
    }
}
