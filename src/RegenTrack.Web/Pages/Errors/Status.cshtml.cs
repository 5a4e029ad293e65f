using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Pages.Errors;

/// <summary>What happened and what to do now, for every status that has no page of its own.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusModel : RegenPage
{
    public int Code { get; private set; } = StatusCodes.Status404NotFound;

    public Bilingual Title => Texts().Title;

    public Bilingual Advice => Texts().Advice;

    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public override void OnPageHandlerSelected(Microsoft.AspNetCore.Mvc.Filters.PageHandlerSelectedContext context)
    {
        Code = RouteData.Values["code"] is string text && int.TryParse(text, out var code) && code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
    }

    private (Bilingual Title, Bilingual Advice) Texts() => Code switch
    {
        400 => (new("요청을 처리할 수 없습니다", "This request cannot be handled"),
            new("화면이 오래되었거나 보낸 내용이 올바르지 않습니다. 앞 화면을 새로 열어 다시 시도하십시오. 저장된 것은 없습니다.", "The page was too old or what it sent is not valid. Open the page again and retry. Nothing was saved.")),
        403 or 404 => (new("페이지를 찾을 수 없습니다", "Page not found"),
            new("주소가 바뀌었거나, 없는 자료이거나, 지금 역할로는 볼 수 없는 화면입니다.", "The address has changed, the record does not exist, or your role cannot see it.")),
        409 => (new("다른 담당자가 먼저 처리하였습니다", "Somebody else was faster"),
            new("저장된 것은 없습니다. 앞 화면을 새로 열어 현재 상태를 확인하십시오.", "Nothing was saved. Open the page again to see the current state.")),
        413 => (new("파일이 너무 큽니다", "The file is too large"),
            new("더 작은 파일로 나누어 올리십시오. 저장된 것은 없습니다.", "Upload smaller files. Nothing was saved.")),
        429 => (new("요청이 너무 많습니다", "Too many requests"),
            new("1분 뒤에 다시 시도하십시오.", "Try again in a minute.")),
        >= 500 => (new("시스템 오류가 발생했습니다", "Something went wrong"),
            new("잠시 뒤에 다시 시도하십시오. 계속되면 아래 문의 번호를 시스템 관리자에게 알려 주십시오.", "Try again shortly. If it keeps happening, give the reference below to the administrator.")),
        _ => (new("요청을 처리할 수 없습니다", "This request cannot be handled"),
            new("앞 화면으로 돌아가 다시 시도하십시오.", "Go back and try again.")),
    };
}
