/**
 * Buffers of an answer that may be moved to the other thread in place of being copied. Only a view that covers its
 * whole buffer qualifies: Node cuts small buffers out of a shared pool, and moving that would empty strangers' data.
 */
export function transferList(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (part: unknown, depth: number): void => {
    if (typeof part !== 'object' || part === null || depth > 3) return;
    if (part instanceof Uint8Array) {
      const { buffer } = part;
      if (buffer instanceof ArrayBuffer && buffer.byteLength === part.byteLength && part.byteLength > 65_536) {
        found.add(buffer);
      }
      return;
    }
    // Bytes stand in a field of their own; rows in long lists hold none.
    if (!Array.isArray(part)) for (const field of Object.values(part)) visit(field, depth + 1);
  };
  visit(value, 0);
  return [...found];
}
