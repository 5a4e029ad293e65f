namespace RegenTrack.Fhir.Patching;

/// <summary>Every reason to refuse a patch by its stable code, in both languages. Values and names that a client made up are never repeated.</summary>
/// <param name="number">Of the operation, from 1.</param>
/// <param name="expression">Where it points, when that can be said.</param>
internal sealed class PatchProblems(int number, string? expression)
{
    public static Issue TooLarge(int limit) => Issue.Error("too-long", "patch-too-large", $"패치가 {limit}바이트를 넘습니다.", $"The patch is larger than {limit} bytes.");

    public static Issue TooMany(int limit) => Issue.Error("too-costly", "patch-too-many-operations", $"패치의 연산이 {limit}개를 넘습니다.", $"The patch has more than {limit} operations.");

    public static Issue NotJsonPatch() => Issue.Error("structure", "patch-malformed", "JSON Patch(RFC 6902)는 연산 객체의 JSON 배열이어야 합니다.", "A JSON Patch (RFC 6902) is a JSON array of operations.");

    public static Issue NotParameters() => Issue.Error("structure", "patch-malformed", "FHIRPath Patch는 이름이 'operation'인 매개변수만 담은 Parameters 자원이어야 합니다.", "A FHIRPath Patch is a Parameters resource whose parameters are all named 'operation'.");

    public static Issue DocumentUnreadable() => Issue.Error("structure", "patch-document-unreadable", "패치할 문서가 올바른 JSON이 아닙니다.", "The document to patch is not well-formed JSON.");

    public static Issue ResultTooLarge(int limit) => Issue.Error("too-costly", "patch-result-too-large", $"패치한 문서가 {limit}바이트를 넘습니다.", $"The patched document would be larger than {limit} bytes.");

    public Issue Invalid(string what) => Error("structure", "patch-operation-invalid", $"연산에 '{what}'이(가) 없거나 쓸 수 없는 값입니다.", $"'{what}' is missing or cannot be used.");

    public Issue PointerInvalid() => Error("value", "patch-pointer-invalid", "JSON Pointer(RFC 6901)가 아닙니다.", "This is not a JSON Pointer (RFC 6901).");

    public Issue TargetMissing() => Error("not-found", "patch-target-missing", "가리키는 요소가 없습니다.", "There is nothing where it points.");

    public Issue IndexOutOfRange() => Error("value", "patch-index-out-of-range", "배열에 그 위치가 없습니다.", "The array has no such position.");

    public Issue TestFailed() => Error("conflict", "patch-test-failed", "문서의 값이 test 연산의 값과 다릅니다.", "The document does not have the value that is tested for.");

    public Issue MovesIntoItself() => Error("business-rule", "patch-moves-into-itself", "요소를 그 자신의 안으로 옮길 수 없습니다.", "An element cannot be moved into itself.");

    public Issue IdentityFixed() => Error("business-rule", "patch-identity-fixed", "패치로 resourceType과 id를 바꿀 수 없습니다.", "A patch cannot change resourceType or id.");

    public Issue TooDeep(int limit) => Error("too-costly", "patch-too-deep", $"중첩이 {limit}단계를 넘게 됩니다.", $"Nesting would be deeper than {limit} levels.");

    public Issue TooCostly() => Error("too-costly", "patch-too-costly", "패치가 너무 많은 데이터를 읽거나 옮깁니다. 나누어 보내십시오.", "The patch reads or moves too much data. Send it in parts.");

    public Issue PathInvalid(string? why) => Error("value", "patch-path-invalid", "쓸 수 있는 FHIRPath가 아닙니다.", "This is not a FHIRPath that can be used here.") with { Diagnostics = why };

    public Issue PathAmbiguous() => Error("multiple-matches", "patch-path-ambiguous", "경로가 요소를 둘 이상 가리킵니다.", "The path selects more than one element.");

    public Issue PathNoElement() => Error("value", "patch-path-no-element", "경로가 이 문서의 바꿀 수 있는 요소를 가리키지 않습니다.", "The path does not select an element of this document that can be changed.");

    public Issue PathNoList() => Error("value", "patch-path-no-list", "경로가 반복 요소 전체를 가리키지 않습니다.", "The path does not select a whole repeating element.");

    public Issue ElementUnknown(string type) => Error("structure", "patch-element-unknown", $"{type}에 그런 이름의 요소가 없습니다.", $"{type} has no element of that name.");

    public Issue ElementExists() => Error("duplicate", "patch-element-exists", "반복되지 않는 요소가 이미 있습니다. replace를 쓰십시오.", "The element does not repeat and is there already. Use replace.");

    public Issue ValueUnfit(string element) => Error("value", "patch-value-unfit", $"'{element}'에 쓸 수 없는 형의 값입니다.", $"The value is not of a type that '{element}' may have.");

    private Issue Error(string type, string code, string korean, string english) =>
        Issue.Error(type, code, $"{number}번째 연산: {korean}", $"Operation {number}: {english}", expression);
}
