using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Tests.Hub;

public sealed class DownloadTests : IDisposable
{
    private static readonly Reply Whole = new(HubCase.Content);
    private readonly HubCase hubCase = new();

    public void Dispose() => hubCase.Dispose();

    [Fact]
    public void A_file_is_downloaded_once_and_told_of_from_nothing_to_all()
    {
        using var server = new FileServer(Whole);
        var hub = hubCase.Hub(server.Address);

        var path = hub.Download("data");

        Assert.Equal(HubCase.Content, File.ReadAllBytes(path));
        Assert.Equal(path, hub.Download("data"));
        Assert.Single(server.Requests);
        Assert.Equal([HubCase.InCache], hubCase.Cache.Files);
        Assert.Equal(0, hubCase.Progress[0].Received);
        Assert.Equal(new("data", HubCase.Content.Length, HubCase.Content.Length), hubCase.Progress[^1]);
        Assert.InRange(hubCase.Progress.Count, 2, 21);
    }

    [Fact]
    public void A_broken_transfer_is_continued_where_it_broke()
    {
        using var server = new FileServer(Whole with { BreaksAfter = 100_000 }, Whole);

        var path = hubCase.Hub(server.Address).Download("data");

        Assert.Equal(HubCase.Content, File.ReadAllBytes(path));
        Assert.Equal([null, 100_000], server.Requests);
    }

    [Fact]
    public void A_server_that_cannot_continue_sends_all_of_it_again()
    {
        using var server = new FileServer(Whole with { BreaksAfter = 100_000 }, Whole with { KnowsRanges = false });

        Assert.Equal(HubCase.Content, File.ReadAllBytes(hubCase.Hub(server.Address).Download("data")));
    }

    [Fact]
    public void A_host_that_goes_silent_is_asked_to_continue_after_a_while()
    {
        using var server = new FileServer(Whole with { BreaksAfter = 200_000, Stalls = true }, Whole);

        Assert.Equal(HubCase.Content, File.ReadAllBytes(hubCase.Hub(server.Address).Download("data")));
        Assert.Equal(200_000, server.Requests.Last());
    }

    [Fact]
    public void A_transfer_that_breaks_every_time_gives_up_and_keeps_what_came()
    {
        using var server = new FileServer(Whole with { BreaksAfter = 1000 });

        var error = Assert.Throws<DataUnavailableException>(() => hubCase.Hub(server.Address).Download("data"));

        Assert.Contains(server.Address.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Equal([null, 1000, 2000, 3000], server.Requests);
        Assert.Equal([HubCase.Part], hubCase.Cache.Files);
    }

    [Fact]
    public void A_download_that_was_killed_leaves_no_whole_file_and_is_continued_by_the_next()
    {
        using var stalls = new FileServer(Whole with { BreaksAfter = 150_000, Stalls = true });
        using var server = new FileServer(Whole);
        using var kill = new CancellationTokenSource();
        DataHub hub = new(hubCase.Named.Path, hubCase.Cache.Path)
        {
            Cancellation = kill.Token,
            Progress = p =>
            {
                if (p.Received >= 100_000)
                    kill.Cancel();
            },
        };
        hub.Add(HubCase.FileAt(stalls.Address));

        Assert.ThrowsAny<OperationCanceledException>(() => hub.Download("data"));
        Assert.Equal([HubCase.Part], hubCase.Cache.Files);
        var there = new FileInfo(hubCase.Cache[HubCase.Part]).Length;

        Assert.Equal(HubCase.Content, File.ReadAllBytes(hubCase.Hub(server.Address).Download("data")));
        Assert.Equal([there], server.Requests);
        Assert.InRange(there, 100_000, 150_000);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(300_000)]
    [InlineData(400_000)]
    public void A_part_of_something_else_is_thrown_away(int length)
    {
        hubCase.Cache.Write(HubCase.Part, new byte[length]);
        using var server = new FileServer(Whole);

        Assert.Equal(HubCase.Content, File.ReadAllBytes(hubCase.Hub(server.Address).Download("data")));
        Assert.Equal([HubCase.InCache], hubCase.Cache.Files);
    }

    [Fact]
    public void The_next_source_is_taken_where_one_fails()
    {
        using var absent = new FileServer(new Reply([]) { Status = 404 });
        using var wrong = new FileServer(new Reply(new byte[HubCase.Content.Length]));
        using var server = new FileServer(Whole);

        Assert.Equal(HubCase.Content, File.ReadAllBytes(hubCase.Hub(absent.Address, wrong.Address, server.Address).Download("data")));
    }

    [Fact]
    public void A_wrong_hash_after_the_download_is_an_error_that_leaves_nothing()
    {
        using var server = new FileServer(new Reply(new byte[HubCase.Content.Length]));

        var error = Assert.Throws<DataUnavailableException>(() => hubCase.Hub(server.Address).Download("data"));

        Assert.Matches($"not the file: its SHA-256 is [0-9a-f]{{64}}, not {HubCase.Hash}", error.Message);
        Assert.Empty(hubCase.Cache.Files);
    }

    [Fact]
    public void A_file_that_is_too_long_is_not_downloaded_to_its_end()
    {
        using var server = new FileServer(new Reply(new byte[5_000_000]));

        var error = Assert.Throws<DataUnavailableException>(() => hubCase.Hub(server.Address).Download("data"));

        Assert.Matches("it has [0-9]{6} bytes, not 300000", error.Message);
        Assert.Empty(hubCase.Cache.Files);
    }

    [Fact]
    public void With_no_source_the_error_says_why_and_where_to_put_which_file()
    {
        using var absent = new FileServer(new Reply([]) { Status = 404 });
        var nowhere = new Uri("http://127.0.0.1:1/data.bin"); // a port where nobody listens

        var error = Assert.Throws<DataUnavailableException>(() => hubCase.Hub(absent.Address, nowhere).Download("data"));

        Assert.All(
            ["data.bin", "404 Said so", nowhere.ToString(), HubCase.Hash, hubCase.Cache["set"], "COURSELABS_DATA"],
            part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Empty(hubCase.Cache.Files);
    }

    [Fact]
    public void A_host_that_is_not_there_is_tried_once_for_all_files()
    {
        var nowhere = new Uri("http://127.0.0.1:1/data.bin");
        var hub = hubCase.Hub(nowhere);
        hub.Add(DataFile.At("set", "other", new("http://127.0.0.1:1/other.bin"), HubCase.Hash));
        Assert.Throws<DataUnavailableException>(() => hub.Download("data"));

        Assert.Contains("not reached a moment ago", Assert.Throws<DataUnavailableException>(() => hub.Download("other")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hubs_that_ask_at_the_same_time_download_once()
    {
        using var server = new FileServer(Whole);
        DataHub[] hubs = [.. Enumerable.Range(0, 8).Select(_ => new DataHub(hubCase.Named.Path, hubCase.Cache.Path))];
        foreach (var hub in hubs)
            hub.Add(HubCase.FileAt(server.Address));

        var paths = new string[hubs.Length];
        Thread[] threads = [.. hubs.Select((hub, i) => new Thread(() => paths[i] = hub.Download("data")))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());

        Assert.Single(paths.Distinct());
        Assert.Equal(HubCase.Content, File.ReadAllBytes(paths[0]));
        Assert.Single(server.Requests);
    }
}
