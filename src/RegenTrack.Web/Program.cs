return await RegenTrack.Web.CommandLine.RegenTrackCommand.Run(args);
