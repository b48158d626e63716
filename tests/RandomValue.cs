using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;

namespace Playbooks;

/// <summary>Random values of any type that a result may have in it, and what they are in words, to compare two by.</summary>
public sealed class RandomValue(Random random)
{
    private const int Deepest = 3;

    private readonly NullabilityInfoContext _nullability = new();
    private int _depth;

    /// <summary>A record of which every property that can be set has a random value.</summary>
    public object Record(Type type)
    {
        _depth++;
        var constructor = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault();
        var made = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, _nullability.Create(parameter)))]);
        foreach (var property in Properties(type).Where(property => property.SetMethod is { IsPublic: true }))
        {
            property.SetValue(made, Of(property.PropertyType, _nullability.Create(property)));
        }

        _depth--;
        return made;
    }

    /// <summary>All that can be seen of a value.</summary>
    public static string Words(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        Secret secret => secret.IsPlaceholder ? "placeholder" : "secret",
        double or float or Half => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        TimeSpan time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        JsonElement json => json.ToString(),
        IDictionary map => Sorted(map.Keys.Cast<object>().Select(key => $"{Words(key)}: {Words(map[key])}")),
        IEnumerable items when IsSet(value) => Sorted(items.Cast<object?>().Select(Words)),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Words))}]",
        _ when IsRecord(value.GetType()) => $"{{{string.Join(", ", Members(value).Select(member => $"{member.Name} = {Words(member.Value)}"))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Sorted(IEnumerable<string> words) => $"[{string.Join(", ", words.Order(StringComparer.Ordinal))}]";

    private static bool IsSet(object value) => value.GetType().GetInterfaces()
        .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private static bool IsTuple(Type type) => type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    private static bool IsRecord(Type type) => IsTuple(type) || type.GetMethod("<Clone>$") is not null
        || (type is { IsValueType: true, IsEnum: false, IsPrimitive: false } && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true);

    private static IEnumerable<(string Name, object? Value)> Members(object value) => IsTuple(value.GetType())
        ? value.GetType().GetFields().Select(field => (field.Name, field.GetValue(value)))
        : Properties(value.GetType()).Select(property => (property.Name, property.GetValue(value)));

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanRead && property.GetIndexParameters().Length == 0);

    private object? Of(Type type, NullabilityInfo? nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } core)
        {
            return random.Next(3) == 0 ? null : Of(core, nullability: null);
        }

        if (nullability?.ReadState == NullabilityState.Nullable && !type.IsValueType && (random.Next(3) == 0 || _depth > Deepest))
        {
            return null;
        }

        return type.IsArray || type.IsGenericType ? Several(type, nullability) : One(type);
    }

    private object? Several(Type type, NullabilityInfo? nullability)
    {
        if (type.IsArray)
        {
            return Filled(type.GetElementType()!, nullability?.ElementType);
        }

        var types = type.GetGenericArguments();
        var parts = nullability?.GenericTypeArguments;
        if (!typeof(IEnumerable).IsAssignableFrom(type))
        {
            return IsTuple(type) ? Activator.CreateInstance(type, [.. types.Select((part, i) => Of(part, parts?[i]))]) : Record(type);
        }

        return types.Length == 2 ? Map(type, types, parts) : Collection(type, Filled(types[0], parts?[0]), types[0]);
    }

    private object Map(Type type, Type[] types, NullabilityInfo[]? parts)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
        for (var i = Count(); i > 0; i--)
        {
            map[Of(types[0], nullability: null)!] = Of(types[1], parts?[1]);
        }

        return type.Name == "ImmutableDictionary`2"
            ? CreateRange(typeof(ImmutableDictionary), types, map)
            : type.IsAssignableFrom(map.GetType()) ? map : Activator.CreateInstance(type, map)!;
    }

    private static object Collection(Type type, Array items, Type item) => type switch
    {
        _ when type.Namespace == "System.Collections.Immutable" =>
            CreateRange(typeof(ImmutableArray).Assembly.GetType($"{type.Namespace}.{type.Name.Split('`')[0]}")!, [item], items),
        { IsInterface: false } => Activator.CreateInstance(type, items)!,
        _ when type.IsInstanceOfType(items) => items,
        _ => Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(item), items)!,
    };

    private static object CreateRange(Type maker, Type[] types, object items) => maker.GetMethods()
        .First(method => method.Name == "CreateRange" && method.GetParameters().Length == 1)
        .MakeGenericMethod(types)
        .Invoke(null, [items])!;

    private Array Filled(Type type, NullabilityInfo? nullability)
    {
        var items = Array.CreateInstance(type, Count());
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Of(type, nullability), i);
        }

        return items;
    }

    private int Count() => _depth > Deepest ? 0 : random.Next(4);

    private object One(Type type) => type switch
    {
        { IsEnum: true } => Named(type, Enum.GetValuesAsUnderlyingType(type)),
        _ when type == typeof(string) => Text(),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(char) => Text().Append('a').First(letter => !char.IsSurrogate(letter)),
        _ when type == typeof(byte) => (byte)random.Next(256),
        _ when type == typeof(short) => (short)random.Next(short.MinValue, short.MaxValue),
        _ when type == typeof(int) => (int)Whole(),
        _ when type == typeof(uint) => (uint)Whole(),
        _ when type == typeof(long) => Whole(),
        _ when type == typeof(ulong) => (ulong)Whole(),
        _ when type == typeof(double) => Broken(),
        _ when type == typeof(float) => (float)Broken(),
        _ when type == typeof(decimal) => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
        _ when type == typeof(TimeSpan) => new TimeSpan(Whole()),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(Ticks(), TimeSpan.FromMinutes(random.Next(2) * random.Next(-840, 841))),
        _ when type == typeof(DateTime) => new DateTime(Ticks(), random.Next(2) == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)),
        _ when type == typeof(TimeOnly) => new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)),
        _ when type == typeof(Guid) => new Guid(Bytes(16)),
        _ when type == typeof(Uri) => new Uri($"{(random.Next(2) == 0 ? "https://h/a%20b?q=" : "../x/")}{random.Next()}", UriKind.RelativeOrAbsolute),
        _ when type == typeof(IPAddress) => new IPAddress(Bytes(random.Next(2) == 0 ? 4 : 16)),
        _ when type == typeof(Version) => new Version(random.Next(9), random.Next(9), random.Next(9)),
        _ when type == typeof(JsonElement) => JsonElement.Parse($$"""{"a":[{{random.Next()}},null]}"""),
        _ when type == typeof(Secret) => new Secret($"secret of {random.Next()}"),
        _ => Record(type),
    };

    /// <summary>A value of an enum, mostly one with a name.</summary>
    private object Named(Type type, Array values) =>
        Enum.ToObject(type, random.Next(4) == 0 ? random.Next(100) : values.GetValue(random.Next(values.Length))!);

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private long Whole() => random.Next(6) switch
    {
        0 => 0,
        1 => long.MaxValue,
        2 => long.MinValue,
        3 => random.Next(-100, 100),
        _ => random.NextInt64(long.MinValue, long.MaxValue),
    };

    private double Broken() => random.Next(7) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => double.NegativeInfinity,
        3 => -0.0,
        4 => double.Epsilon,
        _ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)),
    };

    /// <summary>A time at least a day from the first and from the last.</summary>
    private long Ticks() => random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);

    private string Text()
    {
        string[] parts = ["", "a", "ü", "😀", "\"", "\\", "\n", "\0", "\u001b", "</script>", "$hidden", "null", " "];
        return string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => parts[random.Next(parts.Length)]));
    }
}
