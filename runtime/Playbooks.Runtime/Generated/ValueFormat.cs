using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text.Json;
using Playbooks.Language.Results;

namespace Playbooks.Generated;

/// <summary>The formats of which generated code makes those of results.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueFormat
{
    /// <summary>Texts.</summary>
    public static ValueFormat<string> Text { get; } = new SimpleFormat<string>(
        static (writer, value) => writer.WriteStringValue(value), static json => json.GetString()!);

    /// <summary>Yes or no.</summary>
    public static ValueFormat<bool> Flag { get; } = new SimpleFormat<bool>(
        static (writer, value) => writer.WriteBooleanValue(value), static json => json.GetBoolean());

    /// <summary>Single letters.</summary>
    public static ValueFormat<char> Letter { get; } = Texts(static value => value.ToString(), char.Parse);

    /// <summary>Lengths of time, in seconds.</summary>
    public static ValueFormat<TimeSpan> Seconds { get; } = new SimpleFormat<TimeSpan>(
        static (writer, value) => writer.WriteNumberValue((decimal)value.Ticks / TimeSpan.TicksPerSecond),
        static json => new TimeSpan((long)(json.GetDecimal() * TimeSpan.TicksPerSecond)));

    /// <summary>Times that say how far from UTC their clock is.</summary>
    public static ValueFormat<DateTimeOffset> Time { get; } = new SimpleFormat<DateTimeOffset>(
        static (writer, value) =>
        {
            if (value.Offset == TimeSpan.Zero)
            {
                writer.WriteStringValue(value.UtcDateTime);
            }
            else
            {
                writer.WriteStringValue(value);
            }
        },
        static json => json.GetDateTimeOffset());

    /// <summary>Times of the clock.</summary>
    public static ValueFormat<DateTime> ClockTime { get; } = new SimpleFormat<DateTime>(
        static (writer, value) => writer.WriteStringValue(value), static json => json.GetDateTime());

    /// <summary>Days.</summary>
    public static ValueFormat<DateOnly> Day { get; } = Texts(
        static value => value.ToString("O", CultureInfo.InvariantCulture), static text => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture));

    /// <summary>Times of day.</summary>
    public static ValueFormat<TimeOnly> TimeOfDay { get; } = Texts(
        static value => value.ToString("O", CultureInfo.InvariantCulture), static text => TimeOnly.ParseExact(text, "O", CultureInfo.InvariantCulture));

    /// <summary>Unique ids.</summary>
    public static ValueFormat<Guid> UniqueId { get; } = new SimpleFormat<Guid>(
        static (writer, value) => writer.WriteStringValue(value), static json => json.GetGuid());

    /// <summary>Addresses.</summary>
    public static ValueFormat<Uri> Address { get; } = Texts(static value => value.OriginalString, static text => new Uri(text, UriKind.RelativeOrAbsolute));

    /// <summary>Addresses in a network.</summary>
    public static ValueFormat<IPAddress> NetworkAddress { get; } = Texts(static value => value.ToString(), IPAddress.Parse);

    /// <summary>Numbers of versions.</summary>
    public static ValueFormat<Version> VersionNumber { get; } = Texts(static value => value.ToString(), System.Version.Parse);

    /// <summary>Bytes, in base 64.</summary>
    public static ValueFormat<byte[]> Bytes { get; } = new SimpleFormat<byte[]>(
        static (writer, value) => writer.WriteBase64StringValue(value), static json => json.GetBytesFromBase64());

    /// <summary>JSON as it is.</summary>
    public static ValueFormat<JsonElement> Json { get; } = new SimpleFormat<JsonElement>(
        static (writer, value) =>
        {
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                writer.WriteNullValue();
            }
            else
            {
                value.WriteTo(writer);
            }
        },
        static json => json.Clone());

    /// <summary>Secrets, whose texts are not written: what is read back is a placeholder.</summary>
    public static ValueFormat<Secret> Secret { get; } = new SimpleFormat<Secret>(
        static (writer, _) => Placeholder.Write(writer), static _ => Playbooks.Secret.Placeholder);

    /// <summary>Numbers.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    public static ValueFormat<T> Number<T>()
        where T : struct, INumberBase<T> => new NumberFormat<T>();

    /// <summary>Names of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public static ValueFormat<T> Name<T>()
        where T : struct, Enum => new NameFormat<T>();

    /// <summary>Results within results.</summary>
    /// <typeparam name="TResult">Their type.</typeparam>
    public static ValueFormat<TResult> Result<TResult>()
        where TResult : TaskResult => new SimpleFormat<TResult>(ResultJson.Write, ResultJson.Read<TResult>);

    /// <summary>The same, or nothing.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="format">How it is written where there is one.</param>
    public static ValueFormat<T?> OrNull<T>(ValueFormat<T> format)
        where T : class => new NullFormat<T>(format);

    /// <summary>The same, or nothing.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="format">How it is written where there is one.</param>
    public static ValueFormat<T?> OrNone<T>(ValueFormat<T> format)
        where T : struct => new NoneFormat<T>(format);

    /// <summary>Several.</summary>
    /// <typeparam name="TItems">The type of all of them.</typeparam>
    /// <typeparam name="T">The type of one.</typeparam>
    /// <param name="item">How one is written.</param>
    /// <param name="make">Makes all of them.</param>
    public static ValueFormat<TItems> Items<TItems, T>(ValueFormat<T> item, Func<T[], TItems> make)
        where TItems : IEnumerable<T> => new ItemsFormat<TItems, T>(item, make);

    /// <summary>Several, each with a name.</summary>
    /// <typeparam name="TMap">The type of all of them.</typeparam>
    /// <typeparam name="T">The type of one.</typeparam>
    /// <param name="value">How one is written.</param>
    /// <param name="make">Makes all of them.</param>
    public static ValueFormat<TMap> Map<TMap, T>(ValueFormat<T> value, Func<Dictionary<string, T>, TMap> make)
        where TMap : IEnumerable<KeyValuePair<string, T>> => new MapFormat<TMap, T>(value, make);

    /// <summary>Entries of dictionaries whose keys are no names.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="key">How a key is written.</param>
    /// <param name="value">How a value is written.</param>
    public static ValueFormat<KeyValuePair<TKey, T>> Entry<TKey, T>(ValueFormat<TKey> key, ValueFormat<T> value) => new EntryFormat<TKey, T>(key, value);

    private static SimpleFormat<T> Texts<T>(Func<T, string> write, Func<string, T> read) =>
        new((writer, value) => writer.WriteStringValue(write(value)), json => read(json.GetString()!));
}
