using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text.Json;
using Playbooks.Language.Results;

namespace Playbooks.Generated;

/// <summary>The formats of single values, from which generated code builds the formats of results.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueFormat
{
    /// <summary>The format of strings.</summary>
    public static ValueFormat<string> Text { get; } = new SimpleFormat<string>(
        static (writer, value) => writer.WriteStringValue(value), static json => json.GetString()!);

    /// <summary>The format of Booleans.</summary>
    public static ValueFormat<bool> Flag { get; } = new SimpleFormat<bool>(
        static (writer, value) => writer.WriteBooleanValue(value), static json => json.GetBoolean());

    /// <summary>The format of single characters, as strings.</summary>
    public static ValueFormat<char> Letter { get; } = Texts(static value => value.ToString(), char.Parse);

    /// <summary>The format of durations, as a number of seconds.</summary>
    public static ValueFormat<TimeSpan> Seconds { get; } = new SimpleFormat<TimeSpan>(
        static (writer, value) => writer.WriteNumberValue((decimal)value.Ticks / TimeSpan.TicksPerSecond),
        static json => new TimeSpan((long)(json.GetDecimal() * TimeSpan.TicksPerSecond)));

    /// <summary>The format of times with their offset from UTC.</summary>
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

    /// <summary>The format of times of type <see cref="DateTime"/>.</summary>
    public static ValueFormat<DateTime> ClockTime { get; } = new SimpleFormat<DateTime>(
        static (writer, value) => writer.WriteStringValue(value), static json => json.GetDateTime());

    /// <summary>The format of dates without a time.</summary>
    public static ValueFormat<DateOnly> Day { get; } = Texts(
        static value => value.ToString("O", CultureInfo.InvariantCulture), static text => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture));

    /// <summary>The format of times of day.</summary>
    public static ValueFormat<TimeOnly> TimeOfDay { get; } = Texts(
        static value => value.ToString("O", CultureInfo.InvariantCulture), static text => TimeOnly.ParseExact(text, "O", CultureInfo.InvariantCulture));

    /// <summary>The format of GUIDs.</summary>
    public static ValueFormat<Guid> UniqueId { get; } = new SimpleFormat<Guid>(
        static (writer, value) => writer.WriteStringValue(value), static json => json.GetGuid());

    /// <summary>The format of URIs, relative or absolute, as strings.</summary>
    public static ValueFormat<Uri> Address { get; } = Texts(static value => value.OriginalString, static text => new Uri(text, UriKind.RelativeOrAbsolute));

    /// <summary>The format of IP addresses, as strings.</summary>
    public static ValueFormat<IPAddress> NetworkAddress { get; } = Texts(static value => value.ToString(), IPAddress.Parse);

    /// <summary>The format of version numbers, as strings.</summary>
    public static ValueFormat<Version> VersionNumber { get; } = Texts(static value => value.ToString(), System.Version.Parse);

    /// <summary>The format of bytes, in Base64.</summary>
    public static ValueFormat<byte[]> Bytes { get; } = new SimpleFormat<byte[]>(
        static (writer, value) => writer.WriteBase64StringValue(value), static json => json.GetBytesFromBase64());

    /// <summary>The format of JSON values, which are written unchanged.</summary>
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

    /// <summary>The format of secrets. A secret is written as a placeholder without the text, and read back as a placeholder.</summary>
    public static ValueFormat<Secret> Secret { get; } = new SimpleFormat<Secret>(
        static (writer, _) => Placeholder.Write(writer), static _ => Playbooks.Secret.Placeholder);

    /// <summary>Returns the format of numbers.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    public static ValueFormat<T> Number<T>()
        where T : struct, INumberBase<T> => new NumberFormat<T>();

    /// <summary>Returns the format of enum values, by name.</summary>
    /// <typeparam name="T">The type of the enum.</typeparam>
    public static ValueFormat<T> Name<T>()
        where T : struct, Enum => new NameFormat<T>();

    /// <summary>Returns the format of results that are part of other results.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static ValueFormat<TResult> Result<TResult>()
        where TResult : TaskResult => new SimpleFormat<TResult>(ResultJson.Write, ResultJson.Read<TResult>);

    /// <summary>Returns a format of a reference type that also allows <see langword="null"/>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="format">The format of values that are not <see langword="null"/>.</param>
    public static ValueFormat<T?> OrNull<T>(ValueFormat<T> format)
        where T : class => new NullFormat<T>(format);

    /// <summary>Returns a format of a value type that also allows <see langword="null"/>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="format">The format of values that are not <see langword="null"/>.</param>
    public static ValueFormat<T?> OrNone<T>(ValueFormat<T> format)
        where T : struct => new NoneFormat<T>(format);

    /// <summary>Returns the format of collections, as JSON arrays.</summary>
    /// <typeparam name="TItems">The type of the collection.</typeparam>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="item">The format of an item.</param>
    /// <param name="make">Creates the collection from its items.</param>
    public static ValueFormat<TItems> Items<TItems, T>(ValueFormat<T> item, Func<T[], TItems> make)
        where TItems : IEnumerable<T> => new ItemsFormat<TItems, T>(item, make);

    /// <summary>Returns the format of dictionaries with strings as keys, as JSON objects.</summary>
    /// <typeparam name="TMap">The type of the dictionary.</typeparam>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="value">The format of a value.</param>
    /// <param name="make">Creates the dictionary from its entries.</param>
    public static ValueFormat<TMap> Map<TMap, T>(ValueFormat<T> value, Func<Dictionary<string, T>, TMap> make)
        where TMap : IEnumerable<KeyValuePair<string, T>> => new MapFormat<TMap, T>(value, make);

    /// <summary>Returns the format of the entries of dictionaries whose keys are not strings.</summary>
    /// <typeparam name="TKey">The type of a key.</typeparam>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="key">The format of a key.</param>
    /// <param name="value">The format of a value.</param>
    public static ValueFormat<KeyValuePair<TKey, T>> Entry<TKey, T>(ValueFormat<TKey> key, ValueFormat<T> value) => new EntryFormat<TKey, T>(key, value);

    private static SimpleFormat<T> Texts<T>(Func<T, string> write, Func<string, T> read) =>
        new((writer, value) => writer.WriteStringValue(write(value)), json => read(json.GetString()!));
}
