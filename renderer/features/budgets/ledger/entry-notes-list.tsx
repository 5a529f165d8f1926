/** Sentences below an entry that is being typed, told as they come up. */
export function EntryNotes({ notes }: { notes: readonly string[] }) {
  return (
    <div role="status">
      {notes.length > 0 && (
        <ul className="ledger-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
