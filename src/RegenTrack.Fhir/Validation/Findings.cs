namespace RegenTrack.Fhir.Validation;

/// <summary>Everything that validation can find, by its stable code, in both languages. Values are never repeated; names come from the definitions.</summary>
internal static class Findings
{
    public static Issue Invariant(Severity severity, string key, string human) => new(severity, "invariant", "invariant-violated", $"규칙 {key}을(를) 어겼습니다: {human}", $"Rule {key} is violated: {human}") { Codings = [(Issue.CodeSystem, key, null)] };

    public static Issue InvariantNotChecked(string key) => new(Severity.Information, "not-supported", "invariant-not-checked", $"규칙 {key}은(는) 계산할 수 없어 검사하지 못했습니다.", $"Rule {key} could not be evaluated and was not checked.");

    public static Issue NotInValueSet(string set) => Error("code-invalid", "code-not-in-value-set", $"필수 값 집합 {set}에 없는 코드입니다.", $"The code is not in the required value set {set}.");

    public static Issue OutsideExtensible(string set) => Warning("code-invalid", "code-outside-value-set", $"값 집합 {set}에 없는 코드입니다. 맞는 코드가 없을 때에만 다른 코드를 쓰십시오.", $"The code is not in the value set {set}. Use another code only if none of it fits.");

    public static Issue TargetType(string allowed) => Error("structure", "reference-target-type", $"이 참조는 {allowed}만 가리킬 수 있습니다.", $"This reference may only point at {allowed}.");

    public static Issue TargetProfile(string profiles) => Error("structure", "reference-target-profile", $"참조한 자원이 프로파일({profiles})에 맞지 않습니다.", $"The resource that is referred to does not conform to {profiles}.");

    public static Issue ReferenceType() => Error("structure", "reference-type-mismatch", "Reference.type이 가리키는 자원의 종류와 다릅니다.", "Reference.type differs from what the reference points at.");

    public static Issue ContainedMissing() => Error("structure", "contained-reference-unresolved", "contained에 없는 자원을 참조합니다.", "The reference points at a contained resource that is not there.");

    public static Issue Aggregation(string allowed) => Error("structure", "reference-aggregation", $"참조 방식은 {allowed}여야 합니다.", $"The reference must be {allowed}.");

    public static Issue ContainedNested() => Error("structure", "contained-nested", "contained 안에 다시 contained를 둘 수 없습니다.", "A contained resource must not contain resources.");

    public static Issue ContainedUnused() => Error("structure", "contained-unused", "어디에서도 참조하지 않는 contained 자원입니다.", "Nothing refers to this contained resource.");

    public static Issue ContainedMeta() => Error("structure", "contained-meta", "contained 자원에는 versionId, lastUpdated, security를 둘 수 없습니다.", "A contained resource must not have versionId, lastUpdated or security.");

    public static Issue ContainedDuplicate() => Error("structure", "contained-duplicate-id", "같은 id의 contained 자원이 둘 이상 있습니다.", "Several contained resources have this id.");

    public static Issue ExtensionShape() => Error("structure", "extension-shape", "확장은 값이나 하위 확장 중 하나만 가져야 합니다.", "An extension has either a value or extensions.");

    public static Issue ExtensionUrl() => Error("structure", "extension-url-relative", "확장 url은 절대 주소여야 합니다.", "The url of an extension must be absolute.");

    public static Issue ExtensionContext(string url) => Error("structure", "extension-context", $"확장 {url}을(를) 쓸 수 없는 자리입니다.", $"Extension {url} may not be used here.");

    public static Issue ExtensionModifier(bool mustModify) => mustModify
        ? Error("structure", "extension-modifier", "의미를 바꾸는 확장은 modifierExtension에 두어야 합니다.", "An extension that changes the meaning belongs in modifierExtension.")
        : Error("structure", "extension-modifier", "의미를 바꾸지 않는 확장은 modifierExtension에 둘 수 없습니다.", "An extension that does not change the meaning must not stand in modifierExtension.");

    public static Issue UnknownModifier() => Warning("extension", "modifier-extension-unknown", "알 수 없는 modifierExtension입니다. 이해하지 못한 채 처리하면 안 됩니다.", "This modifierExtension is not known. Do not process the resource without understanding it.");

    public static Issue ProfileUnknown(bool demanded) => new(demanded ? Severity.Error : Severity.Warning, "not-found", "profile-unknown", "알 수 없는 프로파일이라 검사하지 않았습니다.", "This profile is not known and was not checked.");

    public static Issue ProfileType(string profile, string type) => Error("structure", "profile-type", $"프로파일 {profile}은(는) {type} 자원을 위한 것입니다.", $"Profile {profile} is for resources of type {type}.");

    public static Issue ProfileMismatch(string profiles) => Error("structure", "profile-mismatch", $"다음 프로파일 중 어느 것에도 맞지 않습니다: {profiles}", $"It does not conform to any of: {profiles}");

    public static Issue TooFew(string name, int min) => Error("required", "profile-min", $"'{name}'은(는) {min}개 이상 있어야 합니다.", $"At least {min} '{name}' must be present.");

    public static Issue TooMany(string name, int max) => max == 0
        ? Error("structure", "profile-max", $"'{name}'은(는) 쓸 수 없습니다.", $"'{name}' must not be present.")
        : Error("structure", "profile-max", $"'{name}'은(는) 최대 {max}개입니다.", $"At most {max} '{name}' may be present.");

    public static Issue TypeNotAllowed(string allowed) => Error("structure", "profile-type-not-allowed", $"형은 {allowed}여야 합니다.", $"The type must be {allowed}.");

    public static Issue Fixed() => Error("value", "profile-fixed", "프로파일이 정한 값과 같아야 합니다.", "The value must equal the one that the profile fixes.");

    public static Issue Pattern() => Error("value", "profile-pattern", "프로파일이 정한 틀의 값을 포함해야 합니다.", "The value must include the pattern of the profile.");

    public static Issue TooLong(int max) => Error("too-long", "profile-max-length", $"길이는 {max}자를 넘을 수 없습니다.", $"At most {max} characters are allowed.");

    public static Issue OutOfRange() => Error("value", "profile-range", "허용된 범위를 벗어난 값입니다.", "The value is out of the allowed range.");

    public static Issue SliceClosed(string name) => Error("structure", "slice-closed", $"'{name}'의 정해진 조각 어디에도 해당하지 않습니다.", $"It matches none of the slices of '{name}'.");

    public static Issue SliceOrder(string name) => Error("structure", "slice-order", $"'{name}'의 조각 순서가 프로파일과 다릅니다.", $"The slices of '{name}' are not in the order of the profile.");

    public static Issue BundleDuplicate() => Error("invariant", "bundle-duplicate-entry", "같은 fullUrl과 버전의 항목이 둘 이상 있습니다.", "Several entries have the same fullUrl and version.");

    public static Issue BundleFullUrl() => Error("invalid", "bundle-fullurl-id", "fullUrl이 자원의 종류와 id에 맞지 않습니다.", "fullUrl does not match the type and id of the resource.");

    public static Issue BundleRequest() => Error("invalid", "bundle-request-url", "request.url이 자원의 종류나 id에 맞지 않습니다.", "request.url does not match the type or id of the resource.");

    private static Issue Error(string type, string code, string korean, string english) => Issue.Error(type, code, korean, english);

    private static Issue Warning(string type, string code, string korean, string english) => new(Severity.Warning, type, code, korean, english);
}
