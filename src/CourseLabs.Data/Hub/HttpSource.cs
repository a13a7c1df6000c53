using System.Net;
using System.Net.Http.Headers;

namespace CourseLabs.Data.Hub;

/// <summary>A file at an address. A broken transfer is continued where it broke, if the server can.</summary>
/// <param name="Form">The form in which it comes from there.</param>
/// <param name="Address">The file's address.</param>
public sealed record HttpSource(DataForm Form, Uri Address) : DataSource(Form)
{
    private const int Attempts = 4, BufferBytes = 1 << 17;

    private static readonly HttpClient Client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = Timeout.InfiniteTimeSpan, // each wait has a limit of its own: a slow line is no fault
    };

    /// <inheritdoc/>
    public override string Where => Address.ToString();

    internal override void Fetch(string part, Transfer transfer)
    {
        if (transfer.DeadHosts.Contains(Address.Authority))
            throw new SourceException("its host was not reached a moment ago");
        try
        {
            using var file = new PartFile(part);
            Fetch(file, transfer);
        }
        finally
        {
            if (new FileInfo(part) is { Exists: true, Length: 0 })
                PartFile.Delete(part); // nothing to continue
        }
    }

    private void Fetch(PartFile file, Transfer transfer)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                FetchOnce(file, transfer).GetAwaiter().GetResult();
                return;
            }
            catch (Exception exception) when (IsTransient(exception, transfer))
            {
                var reached = exception is not HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError,
                };
                if (!reached)
                    transfer.DeadHosts.Add(Address.Authority);
                if (!reached || attempt == Attempts)
                    throw new SourceException(Reason(exception, transfer.Patience), exception);
            }
        }
    }

    private async Task FetchOnce(PartFile file, Transfer transfer)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(transfer.Cancellation);
        patience.CancelAfter(transfer.Patience);
        var there = file.Length;
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        if (there > 0)
            request.Headers.Range = new RangeHeaderValue(there, null);
        using var response =
            await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);

        var continues = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == there;
        if (there > 0 && !continues && response.StatusCode != HttpStatusCode.OK)
        {
            file.Keep(0); // the server cannot continue it (416, or another range): from the start
            throw new IOException($"it answered a request to continue with {(int)response.StatusCode}");
        }

        if (!response.IsSuccessStatusCode)
            throw new SourceException($"it answered {(int)response.StatusCode} {response.ReasonPhrase}");
        file.Keep(continues ? there : 0);
        var total = Form.Size ?? file.Length + response.Content.Headers.ContentLength;

        using var body = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        var buffer = new byte[BufferBytes];
        transfer.Report(file.Length, total);
        while (true)
        {
            patience.CancelAfter(transfer.Patience);
            var count = await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
            if (count == 0)
                break;
            file.Write(buffer, count);
            if (file.Length > Form.Size)
                break; // it cannot be the file: the hash will say so, and the disk is not filled
            transfer.Report(file.Length, total);
        }

        if (file.Length < Form.Size)
            throw new IOException($"the transfer ended after {file.Length} of {Form.Size} bytes");
        file.Flush();
    }

    private static bool IsTransient(Exception exception, Transfer transfer) =>
        exception is HttpRequestException or IOException
        || (exception is OperationCanceledException && !transfer.Cancellation.IsCancellationRequested);

    private static string Reason(Exception exception, TimeSpan patience) =>
        exception is OperationCanceledException ? $"it said nothing for {patience.TotalSeconds} s" : exception.Message;
}
