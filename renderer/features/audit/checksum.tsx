/** A SHA-256 to be copied by hand: two lines of eight groups of four digits. */
const GROUP = 4;
const GROUPS_IN_LINE = 8;

/** The groups of a checksum, line by line. */
export function checksumLines(checksum: string): string[][] {
  const groups = checksum.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? [];
  const lines: string[][] = [];
  for (let at = 0; at < groups.length; at += GROUPS_IN_LINE) lines.push(groups.slice(at, at + GROUPS_IN_LINE));
  return lines;
}

export function Checksum({ value, label }: { value: string; label: string }) {
  return (
    // Copied as a whole it is one word again: the gaps are drawn, not written.
    <code className="checksum" aria-label={label}>
      {checksumLines(value).map((groups, line) => (
        <span key={line} className="checksum-line">
          {groups.map((group, place) => (
            <span key={place}>{group}</span>
          ))}
        </span>
      ))}
    </code>
  );
}
