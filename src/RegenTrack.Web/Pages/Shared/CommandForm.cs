using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RegenTrack.Web.Pages.Shared;

/// <summary><c>&lt;form method="post" command-form&gt;</c> carries the id of the command that it sends: one rendering of a form is one intention, so that sending it twice does the thing once.</summary>
[HtmlTargetElement("form", Attributes = "command-form")]
public sealed class CommandForm : TagHelper
{
    public const string CommandIdField = "commandId";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("command-form");
        // The server's messages are in the page's language and link to the fields; the browser's are neither.
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        hidden.Attributes["type"] = "hidden";
        hidden.Attributes["name"] = CommandIdField;
        hidden.Attributes["value"] = Guid.CreateVersion7().ToString();
        output.PreContent.AppendHtml(hidden);
    }
}
