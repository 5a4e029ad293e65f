using System.Text.Json;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Applications;

/// <summary>BiologicallyDerivedProduct → the product that the plan administers.</summary>
internal static class MapProduct
{
    public static Product Read(FhirEntry entry, string newId, Problems problems)
    {
        JsonElement product = entry.Resource;
        string name = product.Text("productCode", "text") ?? "";
        if (name.Length == 0)
            problems.Missing("product-name-missing", "제품명을 productCode.text에 적으십시오.", "Give the product's name in productCode.text.", entry.At("productCode.text"));
        List<ProductComponent> components = [.. product.ExtensionsAt(ApplicationCodes.Component).Select((extension, index) => Component(extension, entry, index, problems))];
        if (components.Count == 0)
            problems.Missing("product-without-components", "product-component 확장으로 구성요소를 적으십시오.", "Describe the components with the product-component extension.", entry.At("extension"));
        return new Product(
            new ProductId(product.IdentifierIn(ApplicationCodes.Product) ?? newId),
            (int)(product.ExtensionAt(ApplicationCodes.ProductVersion)?.Number("valueInteger") ?? 1),
            name,
            Kebab.Parse<Modality>(product.ExtensionText(ApplicationCodes.Modality)) ?? Modality.Cell,
            components,
            product.ExtensionsAt(ApplicationCodes.Profile)
                .Select(extension => (Key: extension.ExtensionText("dimension"), Text: extension.ExtensionText("text")))
                .Where(pair => pair.Key is not null && pair.Text is not null)
                .DistinctBy(pair => pair.Key)
                .ToDictionary(pair => pair.Key!, pair => pair.Text!));
    }

    private static ProductComponent Component(JsonElement extension, FhirEntry entry, int index, Problems problems)
    {
        string place = entry.At($"extension.where(url='{ApplicationCodes.Component}')[{index}]");
        return new ProductComponent(
            extension.ExtensionText("name") ?? "",
            Code<CellOrigin>(extension, "origin", place, problems),
            Code<CellKind>(extension, "kind", place, problems) ?? CellKind.Somatic,
            Code<Manipulation>(extension, "manipulation", place, problems) ?? Manipulation.Minimal,
            extension.ExtensionAt("gene-use")?.Flag("valueBoolean") ?? false,
            Code<TissueFunction>(extension, "tissue-function", place, problems) ?? TissueFunction.None,
            extension.ExtensionText("notice-item"));
    }

    private static T? Code<T>(JsonElement extension, string name, string place, Problems problems)
        where T : struct, Enum
    {
        string? code = extension.ExtensionText(name);
        T? value = Kebab.Parse<T>(code);
        if (code is not null && value is null)
        {
            string known = string.Join(", ", Enum.GetValues<T>().Select(Kebab.Of));
            problems.Unreadable("component-code", $"{name}에 쓸 수 있는 값: {known}", $"{name} is one of: {known}", $"{place}.extension.where(url='{name}')");
        }

        return value;
    }
}
