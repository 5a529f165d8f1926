/** What a person settled for a year of the ledger: its basis and its lock. */
import { one, type ReadDb } from '../db/sql.ts';
import { FundYearImage } from '../entities/funding.ts';

const COLUMNS = Object.keys(FundYearImage.shape).join(', ');

/** The year's row, also one that undo took back. */
export function storedYear(db: ReadDb, year: number): FundYearImage | null {
  return one(db, FundYearImage, `SELECT ${COLUMNS} FROM fund_year WHERE year = ?`, year) ?? null;
}

/** The year's own settings where a person made any. */
export function yearImage(db: ReadDb, year: number): FundYearImage | null {
  const image = storedYear(db, year);
  return image?.withdrawn === 1 ? null : image;
}
