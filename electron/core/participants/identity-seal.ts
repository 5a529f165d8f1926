/**
 * Sealing ID-card numbers. Whoever enters a number seals it with the archive's public key; only the private key opens it,
 * and that stands in the archive wrapped under a passphrase which is kept nowhere. So entering needs no passphrase, and a
 * copy of the archive's file tells nobody a number.
 *
 * Pair of keys: X25519 (RFC 7748). Seal: an own pair for each number, HKDF-SHA256 (RFC 5869) over the joint secret,
 * AES-256-GCM (NIST SP 800-38D). Wrap: scrypt (RFC 7914) over the passphrase, AES-256-GCM. What a text belongs to (archive
 * and person) is authenticated with it, so it opens nowhere else.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';

/** Form of the sealed and wrapped texts; the first byte of both. */
const FORM = 1;
const RAW_KEY = 32;
const KEY_MARK = 8;
const NONCE = 12;
const TAG = 16;
const SALT = 16;
/** RFC 8410: what stands before the 32 bytes of an X25519 public key in its SPKI form. */
const SPKI_HEAD = Buffer.from('302a300506032b656e032100', 'hex');
/** 32 MiB and about a tenth of a second for each guess at a passphrase. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** What a sealed number is bound to. */
export interface Owner {
  archiveUid: string;
  personUid: string;
}

export interface StoredKeys {
  publicKey: string;
  wrappedKey: string;
}

function boundTo(...parts: readonly (string | Buffer)[]): Buffer {
  // Each part with its length: no two lists of parts give the same bytes.
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

function encrypt(key: Buffer, plain: Buffer, bound: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(bound);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** null where key, bytes or what they are bound to are not those of the encryption. */
function decrypt(key: Buffer, bytes: Buffer, bound: Buffer): Buffer | null {
  if (bytes.length < NONCE + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(bound);
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  } catch {
    return null;
  }
}

function rawKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD.length);
}

function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
}

/** Tells the pairs of keys of one archive apart. */
function markOf(recipient: Buffer): Buffer {
  return createHash('sha256').update(recipient).digest().subarray(0, KEY_MARK);
}

function passphraseKey(passphrase: string, salt: Buffer): Buffer {
  // Typed in another width or composition it is the same passphrase.
  return scryptSync(passphrase.normalize('NFKC'), salt, RAW_KEY, SCRYPT);
}

function sealKey(own: KeyObject, other: KeyObject, ephemeral: Buffer, recipient: Buffer): Buffer {
  const secret = diffieHellman({ privateKey: own, publicKey: other });
  const salt = Buffer.concat([ephemeral, recipient]);
  return Buffer.from(hkdfSync('sha256', secret, salt, 'community-education-archive identity number', RAW_KEY));
}

/** A new pair of keys for an archive, the private one wrapped under the passphrase. */
export function makeKeys(passphrase: string, archiveUid: string): StoredKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const recipient = rawKey(publicKey);
  const salt = randomBytes(SALT);
  const plain = privateKey.export({ format: 'der', type: 'pkcs8' });
  const wrapped = encrypt(passphraseKey(passphrase, salt), plain, boundTo('key', archiveUid, recipient));
  plain.fill(0);
  return {
    publicKey: recipient.toString('base64'),
    wrappedKey: Buffer.concat([Buffer.of(FORM), salt, wrapped]).toString('base64'),
  };
}

/** The private key; null where the passphrase is another (or the stored text is damaged). */
export function unwrapKey(keys: StoredKeys, passphrase: string, archiveUid: string): KeyObject | null {
  const bytes = Buffer.from(keys.wrappedKey, 'base64');
  if (bytes[0] !== FORM) return null;
  const key = passphraseKey(passphrase, bytes.subarray(1, 1 + SALT));
  const bound = boundTo('key', archiveUid, Buffer.from(keys.publicKey, 'base64'));
  const plain = decrypt(key, bytes.subarray(1 + SALT), bound);
  if (plain === null) return null;
  const privateKey = createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' });
  plain.fill(0);
  return privateKey;
}

/** A number as it is kept: base64 of form, mark of the key, ephemeral key, nonce, tag, text. */
export function sealNumber(number: string, publicKey: string, owner: Owner): string {
  const recipient = Buffer.from(publicKey, 'base64');
  const pair = generateKeyPairSync('x25519');
  const ephemeral = rawKey(pair.publicKey);
  const head = Buffer.concat([Buffer.of(FORM), markOf(recipient), ephemeral]);
  const key = sealKey(pair.privateKey, publicKeyOf(recipient), ephemeral, recipient);
  const text = encrypt(key, Buffer.from(number), boundTo('number', owner.archiveUid, owner.personUid, head));
  return Buffer.concat([head, text]).toString('base64');
}

/** Whether a sealed number belongs to that pair of keys. */
export function isSealedWith(sealed: string, publicKey: string): boolean {
  const mark = Buffer.from(sealed, 'base64').subarray(1, 1 + KEY_MARK);
  return mark.equals(markOf(Buffer.from(publicKey, 'base64')));
}

/** The number; null where the text was changed, or sealed for another person or archive. */
export function openNumber(sealed: string, publicKey: string, privateKey: KeyObject, owner: Owner): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  const headLength = 1 + KEY_MARK + RAW_KEY;
  if (bytes[0] !== FORM || bytes.length < headLength) return null;
  const head = bytes.subarray(0, headLength);
  const ephemeral = head.subarray(1 + KEY_MARK);
  try {
    const key = sealKey(privateKey, publicKeyOf(ephemeral), ephemeral, Buffer.from(publicKey, 'base64'));
    const bound = boundTo('number', owner.archiveUid, owner.personUid, head);
    return decrypt(key, bytes.subarray(headLength), bound)?.toString() ?? null;
  } catch {
    // A key of small order gives no joint secret (RFC 7748, 6.1).
    return null;
  }
}
