/** Which papers the dialog offers for what it knows, and what it then asks for. */
import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  isoDay,
  PAPER_FIELDS,
  papersFor,
  scopeOf,
  shownScope,
  wantsReason,
  withUsualScope,
} from '../../../renderer/features/papers/paper-request.ts';

const today = new Date(2023, 4, 8);

describe('the papers that are offered', () => {
  it('are those that need no record of their own, where a screen knows none', () => {
    const offered = papersFor(withUsualScope({ paper: 'catalogue' }, today, null));
    expect(offered).toEqual([
      'catalogue',
      'catalogueCover',
      'boxNote',
      'stamp',
      'stampSheet',
      'spine',
      'boxCover',
      'boxLabels',
      'documentLabels',
      'loanRegister',
      'loanForm',
      'expiredList',
      'yearlyReport',
      'signInForm',
      'activityList',
      'trainingStatistics',
      'statisticsReport',
      'personRegister',
      'campaignReport',
      'fundingCheck',
      'fundingLedger',
      'unitTrainingCheck',
      'auditMaterials',
      'commitmentLetter',
      'changeLog',
    ]);
  });

  it('are all where a screen knows a record of each kind', () => {
    const known = { transferId: 1, disposalId: 1, appraisalId: 1, stocktakeId: 1, checkRunId: 1, activityId: 1 };
    const audited = {
      project: '示例审计',
      matter: '社区教育经费',
      items: [{ category: '', content: '未足额到位', reference: '', opinion: '' }],
    };
    const offered = papersFor(
      withUsualScope({ paper: 'catalogue', ...known, personIds: [1], award: '优秀', ...audited }, today, 2021),
    );
    expect(offered).toEqual(Object.keys(PAPER_FIELDS));
  });
});

describe('the scope', () => {
  it("begins with the newest year and with this year's loans until today", () => {
    expect(isoDay(today)).toBe('2023-05-08');
    expect(scopeOf(withUsualScope({ paper: 'catalogue' }, today, 2021))).toEqual({
      paper: 'catalogue',
      category: 'WS',
      year: 2021,
    });
    expect(scopeOf(withUsualScope({ paper: 'yearlyReport' }, today, null))).toMatchObject({ year: 2023 });
    expect(scopeOf(withUsualScope({ paper: 'loanRegister' }, today, 2021))).toEqual({
      paper: 'loanRegister',
      from: '2023-01-01',
      to: '2023-05-08',
    });
  });

  it('keeps what the screen asked for and is not complete without it', () => {
    const asked = withUsualScope({ paper: 'stamp', documentIds: [4, 2], year: 2019 }, today, 2021);
    expect(scopeOf(asked)).toMatchObject({ documentIds: [4, 2], year: 2019, termStyle: 'name' });
    expect(scopeOf(withUsualScope({ paper: 'transferList' }, today, 2021))).toBeNull();
  });

  it('asks for the award of a notice first, which stays in the list meanwhile', () => {
    const asked = withUsualScope({ paper: 'publicNotice', personIds: [3] }, today, 2021);
    expect(scopeOf(asked)).toBeNull();
    expect(papersFor(asked)).toContain('publicNotice');
    expect(scopeOf({ ...asked, award: '优秀志愿者' })).toMatchObject({ on: '2023-05-08', days: 5 });
  });

  it('of phones is shown masked, and wants a reason for the file', () => {
    const asked = scopeOf(withUsualScope({ paper: 'personRegister', phones: 'whole' }, today, 2021));
    expect(wantsReason(asked)).toBe(true);
    expect(shownScope(asked)).toMatchObject({ role: 'volunteer', phones: 'masked', reason: '' });
    expect(
      wantsReason(scopeOf({ paper: 'personRegister', role: 'bearer', year: 2021, phones: 'whole', reason: '报送' })),
    ).toBe(false);
    const masked = scopeOf(withUsualScope({ paper: 'personRegister' }, today, 2021));
    expect(wantsReason(masked)).toBe(false);
    const other = scopeOf(withUsualScope({ paper: 'catalogue' }, today, 2021));
    expect([shownScope(other), wantsReason(other)]).toEqual([other, false]);
  });

  it('asks for a year only where not chosen documents or boxes are printed', () => {
    expect(fieldsOf({ paper: 'stamp', documentIds: [1] })).toEqual(['documents', 'termStyle']);
    expect(fieldsOf({ paper: 'stamp' })).toEqual(['documents', 'year', 'term', 'section', 'termStyle']);
    expect(fieldsOf({ paper: 'catalogue', documentIds: [1] })).toEqual(['year', 'term', 'section']);
    expect(fieldsOf({ paper: 'spine', boxIds: [1] })).toEqual(['boxes', 'sheet']);
  });
});
