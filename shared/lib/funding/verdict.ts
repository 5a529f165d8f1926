/**
 * Enough money or not, by multiplication of integers alone (a division would round the one fen away that decides).
 * Without a basis there is no verdict: NO_BASIS, never a guess.
 */
export interface FundingVerdict {
  verdict: 'PASS' | 'FAIL' | 'NO_BASIS';
  requiredFen: number | null;
  countedFen: number;
  shortfallFen: number | null;
  surplusFen: number | null;
  /** Yuan per head, cut (not rounded) to four decimals; null where the rule has no heads. */
  perHead: string | null;
}

function judged(required: bigint, countedFen: number, perHead: string | null): FundingVerdict {
  const difference = BigInt(countedFen) - required;
  return {
    verdict: difference >= 0n ? 'PASS' : 'FAIL',
    requiredFen: Number(required),
    countedFen,
    shortfallFen: difference < 0n ? Number(-difference) : 0,
    surplusFen: difference > 0n ? Number(difference) : 0,
    perHead,
  };
}

function withoutBasis(countedFen: number): FundingVerdict {
  return { verdict: 'NO_BASIS', requiredFen: null, countedFen, shortfallFen: null, surplusFen: null, perHead: null };
}

const isBasis = (value: number | null): value is number => value !== null && Number.isSafeInteger(value) && value > 0;

/** Yuan per head, cut towards zero: 1.9999 never shows as 2.00. `population` must be positive. */
export function perHeadText(fen: number, population: number): string {
  const scaled = (BigInt(fen) * 100n) / BigInt(population);
  const size = scaled < 0n ? -scaled : scaled;
  return `${scaled < 0n ? '-' : ''}${size / 10_000n}.${(size % 10_000n).toString().padStart(4, '0')}`;
}

/** Floor of so many fen a head. Source: domain C4. */
export function floorVerdict(population: number | null, rateFen: number | null, countedFen: number): FundingVerdict {
  if (!isBasis(population) || !isBasis(rateFen)) return withoutBasis(countedFen);
  return judged(BigInt(population) * BigInt(rateFen), countedFen, perHeadText(countedFen, population));
}

/**
 * Share of a base, in per mille unless another whole is given; what is required is rounded up to the fen, so both tests agree.
 * Source: domain C4.
 */
export function shareVerdict(
  baseFen: number | null,
  parts: number | null,
  spentFen: number,
  whole = 1000,
): FundingVerdict {
  if (!isBasis(baseFen) || !isBasis(parts)) return withoutBasis(spentFen);
  return judged((BigInt(baseFen) * BigInt(parts) + BigInt(whole) - 1n) / BigInt(whole), spentFen, null);
}

/** Whether spending stays at or below a share; above is allowed and only noted (domain C4). Null without a base. */
export function withinShare(baseFen: number | null, perMille: number, spentFen: number): boolean | null {
  return isBasis(baseFen) ? BigInt(spentFen) * 1000n <= BigInt(baseFen) * BigInt(perMille) : null;
}
