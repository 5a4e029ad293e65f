using System.Text;
using System.Text.Json;

namespace RegenTrack.Fhir.Tests.Checking;

public class XhtmlTests
{
    private const string Div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";

    [Theory]
    [InlineData(Div + "text</div>")]
    [InlineData(" <!-- c --> " + Div + "<p class='a' id=\"b\">가 &nbsp;&#160;&#xA0;&lt; a > b</p><br/><!-- x --><hr /><![CDATA[<x>]]></div> ")]
    [InlineData(Div + "<img src=\"data:image/png;base64,AA==\" alt=\"a &amp; b\"/><a href=\"https://x/?a=1&amp;b=2\" xml:lang=\"ko\">x</a></div>")]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'/>")]
    public void a_narrative_may_be(string markup) => Assert.Empty(Issues(markup));

    [Theory]
    [InlineData("text")]
    [InlineData("<div>no namespace</div>")]
    [InlineData("<p xmlns=\"http://www.w3.org/1999/xhtml\">no div</p>")]
    [InlineData(Div + "open")]
    [InlineData(Div + "</div></div>")]
    [InlineData(Div + "</div>" + Div + "</div>")]
    [InlineData(Div + "</div>after")]
    [InlineData(Div + "<p></div></p>")]
    [InlineData(Div + "<P></p></div>")]
    [InlineData(Div + "<p a=\"1\" a=\"2\"/></div>")]
    [InlineData(Div + "<p a=1/></div>")]
    [InlineData(Div + "<p a/></div>")]
    [InlineData(Div + "<p a=\"<\"/></div>")]
    [InlineData(Div + "<p a=\"&x\"/></div>")]
    [InlineData(Div + "<p a=\"1\"b=\"2\"/></div>")]
    [InlineData(Div + "a & b</div>")]
    [InlineData(Div + "&#0;</div>")]
    [InlineData(Div + "&#xD800;</div>")]
    [InlineData(Div + "&#x110000;</div>")]
    [InlineData(Div + "]]></div>")]
    [InlineData(Div + "<!-- a -- b --></div>")]
    [InlineData(Div + "<!-- open </div>")]
    [InlineData(Div + "<?php x ?></div>")]
    [InlineData("<!DOCTYPE div [<!ENTITY x \"y\">]>" + Div + "&x;</div>")]
    [InlineData(Div + "<script>1</script></div>")]
    [InlineData(Div + "<SCRIPT>1</SCRIPT></div>")]
    [InlineData(Div + "<form/></div>")]
    [InlineData(Div + "<svg:script/></div>")]
    [InlineData(Div + "<p onclick=\"x()\"/></div>")]
    [InlineData(Div + "<p ONCLICK='x()'/></div>")]
    [InlineData(Div + "<a href=\"javascript:x()\">x</a></div>")]
    [InlineData(Div + "<a href=\" JaVaScRiPt:x()\">x</a></div>")]
    [InlineData(Div + "<a href=\"&#106;avascript:x()\">x</a></div>")]
    [InlineData(Div + "<a href=\"java&#x0A;script&colon;x()\">x</a></div>")]
    [InlineData(Div + "<a href=\"java&Tab;script:x()\">x</a></div>")]
    [InlineData(Div + "<p xmlns=\"http://other\"/></div>")]
    public void a_narrative_must_not_be(string markup) => Assert.Equal("invalid-xhtml", Assert.Single(Issues(markup)).Code);

    [Fact]
    public void nesting_has_an_end()
    {
        Assert.Empty(Issues(Div + string.Concat(Enumerable.Repeat("<p>", 99)) + string.Concat(Enumerable.Repeat("</p>", 99)) + "</div>"));
        Assert.Single(Issues(Div + string.Concat(Enumerable.Repeat("<p>", 10_000)) + string.Concat(Enumerable.Repeat("</p>", 10_000)) + "</div>"));
    }

    private static IReadOnlyList<Issue> Issues(string markup) =>
        FhirDocument.Parse(Encoding.UTF8.GetBytes($$$"""{"resourceType":"Patient","text":{"status":"generated","div":{{{JsonSerializer.Serialize(markup)}}}}}""")).Issues;
}
