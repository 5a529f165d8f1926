/**
 * The chain of fonts behind a paper: for each role the installed official font where there is one (scheme `official`),
 * then the program's own, then fonts with rare ideographs. Each character is drawn by the first face that has it; a
 * character that none has is reported, never drawn as an empty box. Faces are opened when first needed and kept.
 */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { FONT_ROLES, type FontRole, OFFICIAL_NAMES, RARE_NAMES, systemFontFolders } from './official-fonts.ts';
import { describeFaces, type FaceDescription, type FaceMetrics, openMetrics } from './sfnt.ts';

export type { FontRole } from './official-fonts.ts';

export type FontScheme = 'official' | 'shipped';

/** A face of the chain; `key` is unique in the process. */
export interface Face {
  key: string;
  file: string;
  postscriptName: string;
  inCollection: boolean;
  /** Installed on this machine, as opposed to shipped with the program. */
  installed: boolean;
}

export interface Glyph {
  face: Face;
  id: number;
  /** Advance in thousandths of an em. */
  width: number;
}

export interface FontChain {
  scheme: FontScheme;
  /** The glyph that a role draws a character with, or null where no face has one. */
  glyph(role: FontRole, codePoint: number): Glyph | null;
  /** Width in em. Invisible characters are 0, a character without glyph is as wide as the mark printed for it (1). */
  width(role: FontRole, codePoint: number): number;
  /** The face each role prefers: what the settings page shows. */
  faces(): { role: FontRole; face: Face }[];
}

export interface FontChainOptions {
  scheme: FontScheme;
  /** Folder of the shipped fonts. */
  folder: string;
  /** Folders searched for installed fonts; default: those of the operating system. */
  systemFolders?: readonly string[];
}

const SHIPPED: Readonly<Record<FontRole, string>> = {
  title: 'NotoSerifSC-Black.ttf',
  body: 'NotoSerifSC-Regular.ttf',
  label: 'NotoSansSC-Medium.ttf',
  number: 'NotoSerifSC-Regular.ttf',
};
/** The shipped font with the most ideographs. */
const WHOLE = 'NotoSerifSC-Regular.ttf';

const FONT_FILE = new Set(['.ttf', '.ttc', '.otf', '.otc']);
const FOLDER_DEPTH = 6;

/** Characters that are never drawn: joiners, direction marks, variation selectors, line ends. */
export function isInvisible(codePoint: number): boolean {
  if (codePoint < 0x20) return true;
  if (codePoint < 0xad) return codePoint >= 0x7f && codePoint < 0xa0;
  return (
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
  );
}

class OpenFace {
  readonly face: Face;
  readonly #description: Pick<FaceDescription, 'file' | 'offset'>;
  #metrics: FaceMetrics | null = null;

  constructor(face: Face, description: Pick<FaceDescription, 'file' | 'offset'>) {
    this.face = face;
    this.#description = description;
  }

  glyph(codePoint: number): Glyph | null {
    this.#metrics ??= openMetrics(this.#description);
    const id = this.#metrics.glyphOf(codePoint);
    return id === 0 ? null : { face: this.face, id, width: this.#metrics.widthOf(id) };
  }
}

const chains = new Map<string, FontChain>();

/**
 * The chain for a scheme. Chains are kept for the life of the process; a font installed meanwhile is found after the
 * next start. Throws where a shipped font cannot be read.
 */
export function fontChain(options: FontChainOptions): FontChain {
  const systemFolders = options.systemFolders ?? systemFontFolders();
  const key = JSON.stringify([options.scheme, options.folder, options.scheme === 'official' ? systemFolders : []]);
  const known = chains.get(key);
  if (known) return known;
  const chain = buildChain(options.scheme, options.folder, systemFolders);
  chains.set(key, chain);
  return chain;
}

function buildChain(scheme: FontScheme, folder: string, systemFolders: readonly string[]): FontChain {
  const opened = new Map<string, OpenFace>();
  const open = (description: FaceDescription, installed: boolean) => {
    const key = `${description.file}#${description.offset}`;
    const face = opened.get(key) ?? new OpenFace(toFace(key, description, installed), description);
    opened.set(key, face);
    return face;
  };
  const shipped = (file: string) => {
    const [description] = describeFaces(join(folder, file));
    if (!description) throw new Error(`${file} is not a font`);
    return open(description, false);
  };
  const installed = scheme === 'official' ? installedFaces(systemFolders) : new Map<string, FaceDescription>();
  const named = (names: readonly string[]) =>
    names.flatMap((name) => installed.get(name.toLowerCase()) ?? []).map((description) => open(description, true));

  const rare = named(RARE_NAMES);
  const roles = new Map<FontRole, readonly OpenFace[]>();
  for (const role of FONT_ROLES) {
    roles.set(role, [
      ...new Set([...named(OFFICIAL_NAMES[role]).slice(0, 1), shipped(SHIPPED[role]), shipped(WHOLE), ...rare]),
    ]);
  }
  const facesOf = (role: FontRole) => roles.get(role) ?? [];
  const glyphs = new Map<FontRole, Map<number, Glyph | null>>(FONT_ROLES.map((role) => [role, new Map()]));

  const glyph = (role: FontRole, codePoint: number): Glyph | null => {
    const cache = glyphs.get(role);
    let found = cache?.get(codePoint);
    if (found === undefined) {
      found = null;
      for (const face of facesOf(role)) {
        found = face.glyph(codePoint);
        if (found) break;
      }
      cache?.set(codePoint, found);
    }
    return found;
  };

  return {
    scheme,
    glyph,
    width: (role, codePoint) => (isInvisible(codePoint) ? 0 : (glyph(role, codePoint)?.width ?? 1000) / 1000),
    faces: () =>
      FONT_ROLES.flatMap((role) =>
        facesOf(role)
          .slice(0, 1)
          .map(({ face }) => ({ role, face })),
      ),
  };
}

function toFace(key: string, description: FaceDescription, installed: boolean): Face {
  const { file, postscriptName, inCollection } = description;
  return { key, file, postscriptName, inCollection, installed };
}

/** Installed faces that may be embedded, by each of their names in lower case. */
function installedFaces(folders: readonly string[]): Map<string, FaceDescription> {
  const wanted = new Set([...Object.values(OFFICIAL_NAMES).flat(), ...RARE_NAMES].map((name) => name.toLowerCase()));
  const found = new Map<string, FaceDescription>();
  for (const file of folders.flatMap((folder) => fontFiles(folder, FOLDER_DEPTH))) {
    for (const face of readableFaces(file)) {
      if (!face.mayEmbed || face.postscriptName === '') continue;
      for (const name of [...face.names, face.postscriptName]) {
        const key = name.toLowerCase();
        if (wanted.has(key) && !found.has(key)) found.set(key, face);
      }
    }
  }
  return found;
}

/** A damaged or unreadable font of the system is no reason to refuse an export: it is passed over. */
function readableFaces(file: string): FaceDescription[] {
  try {
    return describeFaces(file);
  } catch {
    return [];
  }
}

function fontFiles(folder: string, depth: number): string[] {
  let entries: ReturnType<typeof readDirectory>;
  try {
    entries = readDirectory(folder);
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? fontFiles(path, depth - 1) : [];
    return FONT_FILE.has(extname(entry.name).toLowerCase()) ? [path] : [];
  });
}

function readDirectory(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
