/** Sealed numbers open for their person, archive and passphrase, and for nothing else. */
import { describe, expect, it } from 'vitest';
import { isSealedWith, makeKeys, openNumber, sealNumber, unwrapKey } from '#core/participants/identity-seal.ts';
import { identityNumber } from '#tests/support/identity-numbers.ts';

const passphrase = '示例 口令 十个字以上';
const owner = { archiveUid: 'a1', personUid: 'p1' };
const number = identityNumber('1956-03-08', '002');
const keys = makeKeys(passphrase, owner.archiveUid);
const privateKey = unwrapKey(keys, passphrase, owner.archiveUid);
if (privateKey === null) throw new Error('the passphrase opens its own key');

function flipped(base64: string, place: number): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes.toString('base64');
}

describe('a sealed number', () => {
  it('opens again, and two seals of it are unlike', () => {
    const seals = [1, 2].map(() => sealNumber(number, keys.publicKey, owner));
    expect(new Set(seals).size).toBe(2);
    for (const sealed of seals) {
      expect(openNumber(sealed, keys.publicKey, privateKey, owner)).toBe(number);
      expect(Buffer.from(sealed, 'base64').includes(number)).toBe(false);
    }
  });

  it('does not open for another person or archive', () => {
    const sealed = sealNumber(number, keys.publicKey, owner);
    expect(openNumber(sealed, keys.publicKey, privateKey, { ...owner, personUid: 'p2' })).toBeNull();
    expect(openNumber(sealed, keys.publicKey, privateKey, { ...owner, archiveUid: 'a2' })).toBeNull();
    // What is bound is bound part by part: the same letters cut elsewhere are another owner.
    expect(openNumber(sealed, keys.publicKey, privateKey, { archiveUid: 'a1p', personUid: '1' })).toBeNull();
  });

  it('does not open with any byte changed, or cut short', () => {
    const sealed = sealNumber(number, keys.publicKey, owner);
    const length = Buffer.from(sealed, 'base64').length;
    for (let place = 0; place < length; place += 1) {
      // X25519 ignores the highest bit of a key; the head is authenticated, so that is found as well.
      expect(openNumber(flipped(sealed, place), keys.publicKey, privateKey, owner)).toBeNull();
    }
    for (const cut of [0, 20, 41, 60, length - 1]) {
      const short = Buffer.from(sealed, 'base64').subarray(0, cut).toString('base64');
      expect(openNumber(short, keys.publicKey, privateKey, owner)).toBeNull();
    }
  });

  it('made with a key of small order does not open', () => {
    const sealed = Buffer.from(sealNumber(number, keys.publicKey, owner), 'base64');
    sealed.fill(0, 9, 41);
    expect(openNumber(sealed.toString('base64'), keys.publicKey, privateKey, owner)).toBeNull();
  });

  it('tells whose keys it was made with', () => {
    const sealed = sealNumber(number, keys.publicKey, owner);
    expect(isSealedWith(sealed, keys.publicKey)).toBe(true);
    expect(isSealedWith(sealed, makeKeys(passphrase, owner.archiveUid).publicKey)).toBe(false);
  });
});

describe('the private key', () => {
  it('opens with its passphrase in any width, and with no other', () => {
    const wide = makeKeys('ABCdefg 1234', 'a1');
    expect(unwrapKey(wide, 'ＡＢＣdefg\u30001234', 'a1')).not.toBeNull();
    expect(unwrapKey(wide, 'abcdefg 1234', 'a1')).toBeNull();
    expect(unwrapKey(wide, '', 'a1')).toBeNull();
  });

  it('belongs to its archive and its public key', () => {
    expect(unwrapKey(keys, passphrase, 'a2')).toBeNull();
    const other = makeKeys(passphrase, owner.archiveUid);
    expect(unwrapKey({ ...keys, publicKey: other.publicKey }, passphrase, owner.archiveUid)).toBeNull();
    expect(unwrapKey({ ...keys, wrappedKey: flipped(keys.wrappedKey, 60) }, passphrase, owner.archiveUid)).toBeNull();
    expect(unwrapKey({ ...keys, wrappedKey: flipped(keys.wrappedKey, 0) }, passphrase, owner.archiveUid)).toBeNull();
  });
});
