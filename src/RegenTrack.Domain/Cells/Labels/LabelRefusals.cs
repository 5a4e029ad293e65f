using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Labels;

/// <summary>Why a label text is not taken. No message repeats what was typed.</summary>
public static class LabelRefusals
{
    public static readonly Refusal LowerCase = new(
        "din-lower-case",
        "헌혈·채취번호는 대문자와 숫자만 씁니다. 한/영 키와 Caps Lock을 확인하고 다시 입력하세요.",
        "A donation number has capitals and digits only. Check Caps Lock and type it again.",
        field: "Din");

    public static readonly Refusal Malformed = new(
        "din-malformed",
        "채취번호는 영문 대문자 또는 숫자 1자 다음에 숫자 12자입니다. 라벨의 왼쪽 위 바코드를 스캔했는지 확인하세요.",
        "A donation number is one capital or digit, then twelve digits. Check that you scanned the upper left bar code.",
        field: "Din");

    public static readonly Refusal WrongCheckCharacter = new(
        "din-check-character-wrong",
        "점검문자가 맞지 않습니다: 한 글자 이상 잘못 읽혔습니다. 라벨을 보며 번호와 상자 안의 점검문자를 다시 입력하거나 바코드를 스캔하세요. 그래도 틀리면 용기를 격리하고 보류하세요.",
        "The check character does not match: at least one character is wrong. Type the number and the boxed check character again from the label, or scan the bar code. If it still fails, set the container apart and put the lot on hold.",
        field: "Din");

    public static readonly Refusal MissingCheckCharacter = new(
        "din-check-character-missing",
        "손으로 입력할 때에는 상자 안의 점검문자까지 14자를 입력하세요. 점검문자가 없으면 오타를 찾을 수 없습니다.",
        "When typing, enter all 14 characters with the boxed check character at the end; without it a typing mistake cannot be found.",
        field: "Din");

    public static readonly Refusal NotADonationNumber = new(
        "label-without-donation-number",
        "읽은 바코드에는 채취번호가 없습니다(제품코드·유효기간 등). 라벨의 왼쪽 위 바코드를 스캔하세요.",
        "The bar code read holds no donation number (it is a product code, an expiry or the like). Scan the upper left bar code of the label.",
        field: "Din");

    public static Refusal WrongLength(int length) => new(
        "din-wrong-length",
        $"채취번호는 13자(점검문자를 더하면 14자, 바코드는 =와 15자)입니다. 입력은 {length}자입니다.",
        $"A donation number has 13 characters (14 with the check character, a bar code = and 15). The entry has {length}.",
        field: "Din");
}
