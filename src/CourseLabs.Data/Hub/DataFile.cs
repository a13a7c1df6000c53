namespace CourseLabs.Data.Hub;

/// <summary>A file of a data set: what it is called, how it may lie on a disk, and who has it.</summary>
/// <param name="Set">The data set, which is also the folder: <c>mnist</c>.</param>
/// <param name="Name">What one asks for: <c>mnist_train_images</c>.</param>
/// <param name="Forms">The forms it comes in, packed or not; any of them will do, the first is looked for first.</param>
/// <param name="Sources">Where it can be had, in the order in which they are tried.</param>
public sealed record DataFile(string Set, string Name, IReadOnlyList<DataForm> Forms, IReadOnlyList<DataSource> Sources)
{
    /// <summary>A file with one form at one address, as the slide's <c>DATA_HUB[name] = (url, sha1)</c> (COURSE D7).</summary>
    /// <param name="set">The data set and folder.</param>
    /// <param name="name">What one asks for.</param>
    /// <param name="address">Its address; the last part is the file's name.</param>
    /// <param name="hash">SHA-1 or SHA-256 of the file, in hexadecimal digits.</param>
    /// <param name="size">The file's size in bytes, where it is known.</param>
    /// <exception cref="ArgumentException">The address is not that of a file on the web, or the hash is none.</exception>
    public static DataFile At(string set, string name, Uri address, string hash, long? size = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https" } || Path.GetFileName(address.LocalPath).Length == 0)
            throw new ArgumentException($"{address} is not the address of a file: http://HOST/.../FILE.", nameof(address));
        var form = new DataForm(Path.GetFileName(address.LocalPath), hash, size);
        return new(set, name, [form], [new HttpSource(form, address)]);
    }
}
