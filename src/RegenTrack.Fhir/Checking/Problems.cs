namespace RegenTrack.Fhir.Checking;

/// <summary>Every structural problem by its stable code, in both languages. Names of properties and types come from the definitions or are shortened; values are never repeated.</summary>
internal static class Problems
{
    public static Issue TooLarge(int limit) => Fatal("too-long", "document-too-large", $"본문이 {limit}바이트를 넘습니다.", $"The body is larger than {limit} bytes.");

    public static Issue TooDeep(int limit) => Fatal("too-costly", "json-too-deep", $"중첩이 {limit}단계를 넘습니다.", $"Nesting is deeper than {limit} levels.");

    public static Issue TooMany(int limit) => Fatal("too-costly", "too-many-issues", $"오류가 {limit}건에 이르러 읽기를 멈추었습니다.", $"Reading stopped after {limit} issues.");

    public static Issue TooManyItemsAtAll(int limit) => Fatal("too-costly", "array-too-long", $"배열의 항목이 {limit}개를 넘습니다.", $"The array has more than {limit} items.");

    public static Issue Malformed() => Fatal("structure", "malformed-json", "올바른 JSON이 아닙니다.", "This is not well-formed JSON.");

    public static Issue InvalidUtf8() => Fatal("structure", "invalid-utf8", "UTF-8로 인코딩되지 않은 바이트가 있습니다.", "There are bytes that are not UTF-8.");

    public static Issue NotAnObject() => Error("structure", "object-expected", "자원은 JSON 객체여야 합니다.", "A resource is a JSON object.");

    public static Issue ResourceTypeMissing() => Error("structure", "resource-type-missing", "resourceType이 없습니다.", "There is no resourceType.");

    public static Issue UnknownResourceType() => Error("not-supported", "unknown-resource-type", "FHIR R4에 없는 resourceType입니다.", "FHIR R4 has no such resourceType.");

    public static Issue UnknownProperty(string name, string type) => Error("structure", "unknown-property", $"{type}에 '{name}' 속성이 없습니다.", $"{type} has no property '{name}'.");

    public static Issue DuplicateProperty(string name) => Error("structure", "duplicate-property", $"'{name}' 속성이 두 번 이상 있습니다.", $"Property '{name}' appears more than once.");

    public static Issue SeveralChoices(string name) => Error("structure", "several-choice-types", $"{name}[x]는 한 가지 형만 쓸 수 있습니다.", $"Only one type of {name}[x] may be present.");

    public static Issue Missing(string name) => Error("required", "required-element-missing", $"필수 요소 '{name}'이(가) 없습니다.", $"Required element '{name}' is missing.");

    public static Issue TooManyItems(string name, int max) => Error("structure", "too-many-items", $"'{name}'은(는) 최대 {max}개입니다.", $"'{name}' may appear at most {max} times.");

    public static Issue ArrayExpected(string name) => Error("structure", "array-expected", $"'{name}'은(는) 배열이어야 합니다.", $"'{name}' must be an array.");

    public static Issue ArrayUnexpected(string name) => Error("structure", "array-unexpected", $"'{name}'은(는) 배열일 수 없습니다.", $"'{name}' must not be an array.");

    public static Issue Empty() => Error("structure", "empty-value", "빈 객체, 빈 배열, 빈 문자열은 쓸 수 없습니다. 값이 없으면 속성을 생략하십시오.", "Empty objects, arrays and strings are not allowed. Leave the property out.");

    public static Issue OnlyId() => Error("structure", "element-empty", "id만 있는 요소는 쓸 수 없습니다. 값이나 하위 요소가 있어야 합니다.", "An element needs a value or parts, not only an id.");

    public static Issue Null() => Error("structure", "null-value", "null은 짝이 되는 배열의 자리를 채울 때만 쓸 수 있습니다.", "null is only allowed to align an array with its counterpart.");

    public static Issue ObjectExpected(string type) => Error("structure", "object-expected", $"{type} 객체여야 합니다.", $"An object of type {type} is expected.");

    public static Issue WrongJsonType(string type, string korean, string english) => Error("structure", "wrong-json-type", $"{type}은(는) JSON {korean}이어야 합니다.", $"{type} is written as a JSON {english}.");

    public static Issue BadFormat(string type, string hint) => Error("value", "invalid-" + type.ToLowerInvariant(), $"{type} 형식이 아닙니다. 예: {hint}", $"This is not a valid {type}. Example: {hint}");

    public static Issue BadText() => Error("value", "invalid-text", "문자열에 쓸 수 없는 제어 문자나 짝 없는 서로게이트가 있습니다.", "The string has control characters or lone surrogates.");

    public static Issue TooLong(int limit) => Error("too-long", "string-too-long", $"문자열이 {limit}바이트를 넘습니다.", $"The string is longer than {limit} bytes.");

    public static Issue NotInValueSet(string valueSet) => Error("code-invalid", "code-not-in-value-set", $"필수 값 집합 {valueSet}에 없는 코드입니다.", $"The code is not in the required value set {valueSet}.");

    private static Issue Fatal(string type, string code, string korean, string english) => new(Severity.Fatal, type, code, korean, english);

    private static Issue Error(string type, string code, string korean, string english) => Issue.Error(type, code, korean, english);
}
