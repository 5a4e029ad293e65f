using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace RegenTrack.Web.Pages;

/// <summary>A blank field binds as an empty text where the property is not nullable, so that such a property is never null.</summary>
internal sealed class BlankTextStays : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType != typeof(string))
            return;
        var nullability = new NullabilityInfoContext();
        var written = context.Key switch
        {
            { PropertyInfo: { } property } => nullability.Create(property).WriteState,
            { ParameterInfo: { } parameter } => nullability.Create(parameter).WriteState,
            _ => NullabilityState.Unknown,
        };
        if (written == NullabilityState.NotNull)
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
