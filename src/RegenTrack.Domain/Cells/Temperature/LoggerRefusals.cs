using System.Globalization;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Why a logger file is not taken.</summary>
internal static class LoggerRefusals
{
    private const string Field = "File";

    public static readonly Refusal Empty = new(
        "logger-file-empty", "파일이 비어 있습니다. 기록계에서 다시 내보내세요.", "The file is empty. Export it from the logger again.", field: Field);

    public static readonly Refusal NoReadings = new(
        "logger-file-without-readings",
        "파일에 온도 측정값이 없습니다. 기록이 끝난 뒤의 보고서를 내보냈는지 확인하세요.",
        "The file holds no temperature readings. Check that you exported the report after the run.",
        field: Field);

    public static readonly Refusal Implausible = new(
        "logger-reading-implausible",
        "-210 °C 미만 또는 150 °C 초과 값이 있습니다. 섭씨로 내보냈는지 확인하세요.",
        "There are values below -210 °C or above 150 °C. Check that the export is in degrees Celsius.",
        field: Field);

    public static readonly Refusal NotCelsius = new(
        "logger-unit-not-celsius", "섭씨(°C)로 다시 내보내세요.", "Export the file in degrees Celsius (°C).", field: Field);

    public static Refusal UnknownFormat(Bilingual shape)
    {
        var known = string.Join(" · ", LoggerFile.Formats.Select(format => format.Title));
        return new(
            "logger-format-unknown",
            $"이 파일은 온도기록계 파일로 읽을 수 없습니다. 올린 파일: {shape.Korean}. 읽을 수 있는 형식: {known}.",
            $"This file cannot be read as a temperature logger file. What was uploaded: {shape.English}. Formats known: {known}.",
            field: Field);
    }

    public static Refusal Unreadable(LoggerFormat format, int line) => new(
        "logger-line-unreadable",
        $"{format.Title} 형식이지만 {line}번째 줄을 읽을 수 없습니다. 파일을 고치지 말고 기록계에서 다시 내보내세요.",
        $"The file is in the format {format.Title}, but line {line} cannot be read. Do not edit the file; export it from the logger again.",
        field: Field);

    public static Refusal HeaderMissing(LoggerFormat format, string what) => new(
        "logger-header-missing",
        $"{format.Title} 형식이지만 '{what}' 항목이 없습니다. 기록계에서 다시 내보내세요.",
        $"The file is in the format {format.Title}, but '{what}' is missing. Export it from the logger again.",
        field: Field);

    public static Refusal Truncated(int stated, int found) => new(
        "logger-file-truncated",
        $"파일은 측정값이 {stated}개라고 하나 {found}개만 들어 있습니다. 잘리지 않은 원본을 올리세요.",
        $"The file states {stated} readings but holds {found}. Upload the whole original.",
        field: Field);

    public static Refusal TimeImplausible(DateTime at) => new(
        "logger-time-implausible",
        $"{at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}은 기록계가 가질 수 없는 시각입니다. 기록계의 시계를 확인하고 다시 내보내세요.",
        $"No logger's clock shows {at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}. Check the clock of the logger and export the file again.",
        field: Field);

    public static Refusal TimeRunsBack(DateTime at) => new(
        "logger-time-runs-back",
        $"{at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}에 시각이 되돌아갑니다. 두 기록이 한 파일에 섞였는지, 기록계 시계를 바꿨는지 확인하세요.",
        $"Time runs back at {at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}. Check whether two runs are mixed in one file or the clock was changed.",
        field: Field);
}
