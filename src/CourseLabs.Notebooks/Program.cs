using CourseLabs.Notebooks.Hosting;

// What CellHost starts: two pipes' handles, for the cells to run and for what happens in them.
return args is [var cells, var events] ? HostProgram.Run(cells, events) : HostProgram.Refuse();
