using RegenTrack.EventStore.Tests;
using RegenTrack.EventStore.Tests.Faults;

// The same program is a writer that the tests start and kill.
return args is ["writer", .. var task]
    ? await Writer.Run(task)
    : await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
