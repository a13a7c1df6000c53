CourseLabs.Exercises.Hosting.HostLoop.Run();
