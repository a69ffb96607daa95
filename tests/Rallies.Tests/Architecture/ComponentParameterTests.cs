using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Rallies.Tests.Architecture;

/// <summary>What the compiler lets pass: an attribute that its component does not know breaks the page when somebody stands before it.</summary>
public sealed class ComponentParameterTests
{
    private static readonly ILookup<string, Type> ours = typeof(Program)
        .Assembly.GetTypes()
        .Where(type => typeof(IComponent).IsAssignableFrom(type))
        .ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);

    [Fact]
    public void Every_attribute_handed_to_a_component_of_ours_is_one_of_its_parameters()
    {
        var handed =
            from file in Directory.EnumerateFiles(Repository.Folder("src", "Rallies.Web"), "*.razor", SearchOption.AllDirectories)
            from tag in RazorTag.In(File.ReadAllText(file))
            where ours.Contains(tag.Name)
            from attribute in tag.Attributes
            select (File: Path.GetFileName(file), tag.Name, Attribute: attribute);
        var all = handed.ToList();

        Assert.True(all.Count > 200);
        Assert.DoesNotContain(all, h => !ours[h.Name].Any(type => Takes(type, h.Attribute)));
    }

    [Theory]
    [InlineData("""<Part Name="@T["title"]" @key="x" Of='a' Open />""", "Part: Name Of Open")]
    [InlineData("""<Part Name="@($"{a}, {b}")" When="x => y > 2">""", "Part: Name When")]
    [InlineData("""<p class="Small"><Part /></p>""", "p: class|Part: ")]
    public void Attributes_are_found_whatever_stands_in_their_values(string razor, string found) =>
        Assert.Equal(found, string.Join('|', RazorTag.In(razor).Select(tag => $"{tag.Name}: {string.Join(' ', tag.Attributes)}")));

    private static bool Takes(Type type, string attribute) =>
        type.GetGenericArguments().Any(argument => argument.Name == attribute)
        || type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Any(property =>
                property.GetCustomAttribute<ParameterAttribute>() is { } parameter
                && (property.Name == attribute || parameter.CaptureUnmatchedValues || (attribute == "Context" && IsTemplate(property)))
            );

    // What stands inside it names what it is given.
    private static bool IsTemplate(PropertyInfo parameter) =>
        parameter.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(RenderFragment<>);
}
