using System.Text.Json;
using System.Xml.Linq;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov;

/// <summary>Names what a well-formed document is when it is not a study record that can be read whole.</summary>
internal static class OtherShapes
{
    public static Refusal Name(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return RegistryRefusals.Shape("JSON 배열입니다. 한 번에 시험 한 건만 받습니다.", "This is a JSON array. One study at a time is read.");
        if (root.TryGetProperty("FullStudiesResponse", out _) || root.TryGetProperty("FullStudy", out _))
            return RegistryRefusals.Shape("2024년에 폐지된 API v1 전체 자료(FullStudies) 형식입니다.", "This is the full-studies format of API v1, retired in 2024.");
        if (root.TryGetProperty("StudyFieldsResponse", out _) || root.TryGetProperty("NCTId", out _))
            return RegistryRefusals.Shape(
                "2024년에 폐지된 API v1 필드(StudyFields) 형식입니다. 값과 군의 대응이 남아 있지 않아 결과를 되살릴 수 없습니다.",
                "This is the study-fields format of API v1, retired in 2024. It no longer says which value belongs to which group, so results cannot be recovered from it.");
        if (root.TryGetProperty("studies", out _))
            return RegistryRefusals.Shape("API v2 검색 결과 목록입니다.", "This is a list of search results of API v2.");
        if (root.TryGetProperty("resourceType", out _))
            return new Refusal("registry-shape", "FHIR 자원입니다. /fhir 로 보내십시오.", "This is a FHIR resource. Send it to /fhir.");
        return RegistryRefusals.Shape("protocolSection이 없는 JSON입니다.", "This JSON has no protocolSection.");
    }

    public static Refusal Name(XElement root) => RegistryRefusals.Shape(
        $"<{root.Name.LocalName}> 문서입니다. <clinical_study> 또는 API v2 JSON만 읽습니다.",
        $"This is a <{root.Name.LocalName}> document. Only <clinical_study> or API v2 JSON is read.");
}
