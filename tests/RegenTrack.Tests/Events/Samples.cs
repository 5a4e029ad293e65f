using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegenTrack.Tests.Events;

/// <summary>Makes a value of any type that events are built from, by its constructor, from a seed.</summary>
internal sealed class Samples(int seed)
{
    private readonly Random _random = new(seed);

    public object? Of(Type type, int depth = 0)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return _random.Next(4) == 0 ? null : Of(inner, depth);
        }

        if (type == typeof(string))
        {
            return $"값-{_random.Next(1000)}";
        }

        if (type == typeof(bool))
        {
            return _random.Next(2) == 0;
        }

        if (type == typeof(DateOnly))
        {
            return new DateOnly(2026, 1, 1).AddDays(_random.Next(700));
        }

        if (type == typeof(DateTimeOffset))
        {
            return new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_random.Next(1_000_000));
        }

        if (type == typeof(TimeSpan))
        {
            return TimeSpan.FromMinutes(_random.Next(10_000));
        }

        if (type == typeof(Guid))
        {
            return new Guid(_random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }

        if (type == typeof(JsonElement))
        {
            return JsonElement.Parse("""{"a":1}""");
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type) is { Length: > 0 } values ? values.GetValue(_random.Next(values.Length)) : Activator.CreateInstance(type);
        }

        if (type.IsPrimitive || type == typeof(decimal))
        {
            return Convert.ChangeType(_random.Next(1, 100), type, System.Globalization.CultureInfo.InvariantCulture);
        }

        return type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) ? Collection(type, depth) : Record(type, depth);
    }

    private object Collection(Type type, int depth)
    {
        var arguments = type.IsArray ? [type.GetElementType()!] : type.GenericTypeArguments;
        var count = depth > 4 ? 0 : _random.Next(3);
        if (arguments.Length == 2)
        {
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            for (var index = 0; index < count; index++)
            {
                dictionary[Of(arguments[0], depth + 1)!] = Of(arguments[1], depth + 1);
            }

            return dictionary;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
        for (var index = 0; index < count; index++)
        {
            list.Add(Of(arguments[0], depth + 1));
        }

        if (!type.IsArray)
        {
            return list;
        }

        var array = Array.CreateInstance(arguments[0], list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private object? Record(Type type, int depth)
    {
        if (type.IsAbstract || type.IsInterface)
        {
            var derived = type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType).ToList();
            return derived.Count == 0 ? throw new InvalidOperationException($"{type} cannot be stored: it names no derived types.") : Of(derived[_random.Next(derived.Count)], depth);
        }

        if (depth > 8)
        {
            return null;
        }

        var constructor = type.GetConstructors().Where(candidate => candidate.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .MaxBy(candidate => candidate.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        var value = constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            !parameter.ParameterType.IsValueType && nullability.Create(parameter).WriteState == NullabilityState.Nullable && _random.Next(3) == 0 ? null : Of(parameter.ParameterType, depth + 1))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && !constructor.GetParameters().Any(parameter => parameter.Name == property.Name)))
        {
            property.SetValue(value, Of(property.PropertyType, depth + 1));
        }

        return value;
    }
}
