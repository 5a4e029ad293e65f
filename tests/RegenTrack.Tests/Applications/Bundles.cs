using System.Text;
using RegenTrack.Fhir.Json;
using RegenTrack.Web.Demo.Hospital;

namespace RegenTrack.Tests.Applications;

/// <summary>The transaction Bundles that a hospital sends in the story, put together as the demo's hospital does.</summary>
internal static class Bundles
{
    /// <summary>A treatment plan that relies on the story's trial.</summary>
    /// <param name="without">Link ids of items to leave out.</param>
    public static string Plan(string exemption = "grant-a-hanbit", string? product = null, params string[] without) => Encoding.UTF8.GetString(new FiledPlan(
        "동종 제대유래 중간엽줄기세포 치료", "회전근개 부분파열", new(2026, 7, 1), new(2029, 6, 30), "NCT09000001", exemption, product, without).Bundle().ToFhir());

    public static string Answer(string task, string key = "1") =>
        Encoding.UTF8.GetString(new AnsweredSupplement(task, key, "이상반응 절차를 보완하였습니다.").Bundle().ToFhir());
}
