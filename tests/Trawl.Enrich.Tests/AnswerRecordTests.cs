using Trawl.Model.Errors;
using Trawl.Model.Plans;

namespace Trawl.Enrich.Tests;

/// <summary>The record of answers across engines: one dies without a word when it is not disposed of.</summary>
public sealed class AnswerRecordTests : IDisposable
{
    private static readonly Question s_question = new("rates/convert", "{}", "http://a.example/", "tools.rates", new AnswerBudget { Calls = 2 });
    private readonly string _folder = Directory.CreateTempSubdirectory("trawl-answers-").FullName;
    private readonly List<RecordingAnswers> _engines = [];
    private int _asked;

    public void Dispose()
    {
        foreach (var engine in _engines) engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task WhatWasAnswered_IsNotAskedAgainByTheNextEngine()
    {
        Assert.Equal("1", (await AskAsync(Engine(), s_question)).Text);
        Assert.Equal("1", (await AskAsync(Engine(), s_question)).Text);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task AFailure_IsAskedAgain_AndGivesWay()
    {
        await Engine().AnswerAsync(s_question, _ => Task.FromResult(Answer.Failed(ErrorCode.ToolLost, "gone")), CancellationToken.None);
        Assert.Equal("1", (await AskAsync(Engine(), s_question)).Text);
        Assert.Equal("1", (await AskAsync(Engine(), s_question)).Text);
    }

    [Fact]
    public async Task TheBudget_HoldsAcrossEngines()
    {
        for (var page = 0; page < 4; page++) await AskAsync(Engine(), s_question with { Place = $"http://a.example/{page}" });
        Assert.Equal(2, _asked);
        Assert.Equal(ErrorCode.AnswerBudget, (await AskAsync(Engine(), s_question with { Place = "http://a.example/4" })).Fault!.Code);
    }

    private RecordingAnswers Engine()
    {
        _engines.Add(new RecordingAnswers(_folder, [], TimeProvider.System));
        return _engines[^1];
    }

    private ValueTask<Answer> AskAsync(RecordingAnswers engine, Question question) =>
        engine.AnswerAsync(question, _ => Task.FromResult(new Answer($"{++_asked}")), CancellationToken.None);
}
