using System.CommandLine;
using Trawl.Access;

namespace Trawl.Cli.Commands.Access;

internal sealed class TokenRevokeCommand : AccessCommand
{
    private readonly Argument<string> _token = new("TOKEN") { Description = "The token's id, as \"trawl token list\" shows it." };

    public TokenRevokeCommand()
        : base("revoke", "Refuse a token from now on.", "trawl token revoke k3mq7xyzabcd") => Add(_token);

    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var token = parsed.GetRequiredValue(_token);
        return Done(session, access, access.Tokens.Revoke(token, null), "token.revoke", token, $"{token} is refused from now on.");
    }
}
