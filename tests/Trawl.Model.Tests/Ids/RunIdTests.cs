using Trawl.Model.Ids;

namespace Trawl.Model.Tests.Ids;

public sealed class RunIdTests
{
    [Theory]
    [InlineData("shop-20260101-abcde")]
    [InlineData("1")]
    public void TryParse_AName_IsAnId(string text)
    {
        Assert.True(RunId.TryParse(text, out var id));
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("Shop")]
    [InlineData("a b")]
    public void TryParse_WhatCouldLeaveTheFolder_IsRefused(string? text) => Assert.False(RunId.TryParse(text, out _));
}
