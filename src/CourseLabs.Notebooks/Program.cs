using CourseLabs.Notebooks.Hosting;
using CourseLabs.Notebooks.Kernel;

return args switch
{
    ["kernel", var connectionFile] => KernelProgram.Run(connectionFile), // what Jupyter starts: see Kernel/KernelSpec.cs
    [var cells, var events] => HostProgram.Run(cells, events), // what CellHost starts: two pipes' handles, for cells and for what happens in them
    _ => HostProgram.Refuse(),
};
