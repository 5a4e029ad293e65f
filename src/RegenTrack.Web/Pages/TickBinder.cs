using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RegenTrack.Web.Pages;

/// <summary>Binds a box, ticked or not. What is neither is refused and not kept: the framework's own binder keeps it, and the page that shows the form again fails on it.</summary>
internal sealed class TickBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(bool) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var (name, state) = (bindingContext.ModelName, bindingContext.ModelState);
        var value = bindingContext.ValueProvider.GetValue(name);
        if (bool.TryParse(value.FirstValue, out var isTicked))
        {
            state.SetModelValue(name, value);
            bindingContext.Result = ModelBindingResult.Success(isTicked);
        }
        else if (value != ValueProviderResult.None)
        {
            state.TryAddModelError(name, bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueIsInvalidAccessor(""));
        }

        return Task.CompletedTask;
    }
}
