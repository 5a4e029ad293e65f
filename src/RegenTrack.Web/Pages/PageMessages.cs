using Microsoft.AspNetCore.Mvc;

namespace RegenTrack.Web.Pages;

/// <summary>The framework's own messages about fields, in the language of the page; and no messages that it guesses from nullability.</summary>
public static class PageMessages
{
    public static void Configure(MvcOptions options)
    {
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelMetadataDetailsProviders.Add(new BlankTextStays());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Invalid());
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Invalid());
        messages.SetUnknownValueIsInvalidAccessor(_ => Invalid());
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(Invalid);
        messages.SetValueIsInvalidAccessor(_ => Invalid());
        messages.SetValueMustBeANumberAccessor(_ => Number());
        messages.SetNonPropertyValueMustBeANumberAccessor(Number);
        messages.SetValueMustNotBeNullAccessor(_ => Missing());
        messages.SetMissingBindRequiredValueAccessor(_ => Missing());
        messages.SetMissingKeyOrValueAccessor(Missing);
        messages.SetMissingRequestBodyRequiredValueAccessor(Missing);
    }

    private static string Invalid() => PageLanguage.Say("올바른 값을 입력하십시오.", "Enter a valid value.");

    private static string Number() => PageLanguage.Say("숫자로 입력하십시오.", "Enter a number.");

    private static string Missing() => PageLanguage.Say("값을 입력하십시오.", "Enter a value.");
}
