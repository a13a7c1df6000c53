using System.Text.Json.Serialization;

namespace CourseLabs.Notebooks.Session;

/// <summary>What a session is asked: to run a cell, or about one that is being written.</summary>
/// <param name="Code">The cell's source.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ask")]
[JsonDerivedType(typeof(RunCode), "run")]
[JsonDerivedType(typeof(CompleteCode), "complete")]
[JsonDerivedType(typeof(InspectCode), "inspect")]
[JsonDerivedType(typeof(CheckCode), "check")]
public abstract record CodeQuestion(string Code);

/// <summary>Runs the cell.</summary>
/// <param name="Code">Its source.</param>
public sealed record RunCode(string Code) : CodeQuestion(Code);

/// <summary>Which names could stand at a position; answered with <see cref="Completions"/>.</summary>
/// <param name="Code">The cell as far as it is written.</param>
/// <param name="Position">The cursor, as an index into the code.</param>
public sealed record CompleteCode(string Code, int Position) : CodeQuestion(Code);

/// <summary>What the name at a position means; answered with <see cref="Inspection"/>.</summary>
/// <param name="Code">The cell as far as it is written.</param>
/// <param name="Position">The cursor, as an index into the code.</param>
public sealed record InspectCode(string Code, int Position) : CodeQuestion(Code);

/// <summary>Whether the cell is written to its end; answered with <see cref="Completeness"/>.</summary>
/// <param name="Code">The cell as far as it is written.</param>
public sealed record CheckCode(string Code) : CodeQuestion(Code);

/// <summary>The names that could stand between two positions.</summary>
/// <param name="Matches">The names, in order.</param>
/// <param name="Start">Where the word begins that they would take the place of.</param>
/// <param name="End">Where it ends.</param>
public sealed record Completions(IReadOnlyList<string> Matches, int Start, int End) : CellEvent;

/// <summary>What a name means.</summary>
/// <param name="Text">Its signature, and what its documentation says; null where there is no name.</param>
public sealed record Inspection(string? Text) : CellEvent;

/// <summary>Whether a cell is written to its end.</summary>
/// <param name="Status">Jupyter's word: <c>complete</c>, <c>incomplete</c> or <c>invalid</c>.</param>
public sealed record Completeness(string Status) : CellEvent;
