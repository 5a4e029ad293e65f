using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RegenTrack.Web.Pages.Shared;

/// <summary>Ties a field to its message for assistive technology: <c>aria-invalid</c> and <c>aria-describedby</c>.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class DescribedField : TagHelper
{
    public override int Order => 1000;

    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.GetFieldValidationState(For.Name) != ModelValidationState.Invalid)
            return;
        var hint = output.Attributes["aria-describedby"]?.Value;
        output.Attributes.SetAttribute("aria-invalid", "true");
        output.Attributes.SetAttribute("aria-describedby", $"{hint} {TagBuilder.CreateSanitizedId(For.Name, "_")}-error".Trim());
    }
}

/// <summary>Gives the message beside a field the id that <see cref="DescribedField"/> points to.</summary>
[HtmlTargetElement("span", Attributes = "asp-validation-for")]
public sealed class FieldMessage : TagHelper
{
    [HtmlAttributeName("asp-validation-for")]
    public ModelExpression For { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute("id", $"{TagBuilder.CreateSanitizedId(For.Name, "_")}-error");
}
