/**
 * The papers of the archive room, of activities, of funding and of its audit: catalogue, 备考表, 归档章, spines, sign-in sheets,
 * lists and reports. Each is named by `paper` and says what it is printed from; one job writes any of them as Excel or PDF, one shows the same pages.
 */
import { job } from '../procedure.ts';
import { bytesSchema, z } from '../lib/zod.ts';
import { Audience } from './activities.ts';
import { Category, TermCode } from './archival-terms.ts';
import { PayerKind } from './funding-rules.ts';
import { PersonRoleName } from './participants.ts';
import { ExportOutput, Year } from './schedule.ts';

const category = Category.default('WS');
const ids = z.array(z.int()).min(1).max(20_000);

/** Documents of a year, or of one term and section of it: what one catalogue covers. */
const ofClass = { category, year: Year, term: TermCode.optional(), sectionId: z.int().optional() };
/** Documents chosen one by one; or, without them, those of a class. */
const ofDocuments = {
  documentIds: ids.optional(),
  category,
  year: Year.optional(),
  term: TermCode.optional(),
  sectionId: z.int().optional(),
};
/** Boxes chosen one by one; or, without them, those of a year. */
const ofBoxes = { boxIds: ids.optional(), category, year: Year.optional() };

/** 盒脊 and cover are larger than A4: printed on A3, or on A4 in parts to be pasted. */
export const SheetSize = z.enum(['A3', 'A4']);
/** 保管期限 on the stamp as 30年 or as D30; the standard allows both. */
export const TermStyle = z.enum(['name', 'code']);

/** `whole`: phones as they are in the file that is written; `reason` goes into the log. What is shown stays masked. */
export const PhoneStyle = z.enum(['masked', 'whole']);
const text = (length: number) => z.string().trim().max(length);
/** What a person writes into a paper of an audit; empty = room to write by hand. */
const written = (length: number) => text(length).default('');

/** A finding in the 审计工作底稿. */
export const WorkingPaperItem = z.object({
  /** 问题类别 */
  category: text(100),
  content: text(4000).min(1),
  /** 索引号 of the evidence. */
  reference: written(200),
  opinion: written(2000),
});

const phones = { phones: PhoneStyle.default('masked'), reason: z.string().trim().max(500).default('') };

export const PaperScope = z.discriminatedUnion('paper', [
  /** 归档文件目录 and its 封面. */
  z.object({ paper: z.literal('catalogue'), ...ofClass }),
  z.object({ paper: z.literal('catalogueCover'), ...ofClass }),
  /** 备考表, one a box. */
  z.object({ paper: z.literal('boxNote'), ...ofBoxes }),
  /** 归档章 on a blank leaf each, at its place; or many on a sheet to cut. */
  z.object({ paper: z.literal('stamp'), ...ofDocuments, termStyle: TermStyle.default('name') }),
  z.object({ paper: z.literal('stampSheet'), ...ofDocuments, termStyle: TermStyle.default('name') }),
  /** 盒脊, 盒封面, labels. */
  z.object({ paper: z.literal('spine'), ...ofBoxes, sheet: SheetSize.default('A3') }),
  z.object({ paper: z.literal('boxCover'), sheet: SheetSize.default('A3') }),
  z.object({ paper: z.literal('boxLabels'), ...ofBoxes }),
  z.object({ paper: z.literal('documentLabels'), ...ofDocuments }),
  /** 档案移交清册, 档案销毁清册 with its cover. */
  z.object({ paper: z.literal('transferList'), transferId: z.int() }),
  z.object({ paper: z.literal('disposalCover'), disposalId: z.int() }),
  z.object({ paper: z.literal('disposalList'), disposalId: z.int() }),
  /** 档案借阅（利用）登记表: the loans of a span of days, or empty lines to fill in by hand. */
  z.object({ paper: z.literal('loanRegister'), from: z.iso.date(), to: z.iso.date() }),
  z.object({ paper: z.literal('loanForm'), lines: z.int().min(1).max(500).default(30) }),
  /** 档案鉴定意见表, 到期档案清单; `on` = the day that counts, today if left out. */
  z.object({ paper: z.literal('appraisalOpinions'), appraisalId: z.int() }),
  z.object({ paper: z.literal('expiredList'), on: z.iso.date().optional() }),
  /** 盘点报告, 四性检测报告, numbers of the 年报. */
  z.object({ paper: z.literal('stocktakeReport'), stocktakeId: z.int() }),
  z.object({ paper: z.literal('checkReport'), checkRunId: z.int() }),
  z.object({ paper: z.literal('yearlyReport'), year: Year }),
  /**
   * 签到表 of an activity to sign on: who is registered, then empty lines to the end of the page or up to `leastLines`; the
   * same without an activity; and the list of who signed.
   */
  z.object({
    paper: z.literal('signInSheet'),
    activityId: z.int(),
    leastLines: z.int().min(1).max(500).optional(),
    ...phones,
  }),
  z.object({ paper: z.literal('signInForm'), lines: z.int().min(1).max(500).default(30) }),
  z.object({ paper: z.literal('signedList'), activityId: z.int(), ...phones }),
  /** 活动一览, 活动登记表. `categoryId` with all categories below it. */
  z.object({
    paper: z.literal('activityList'),
    year: Year,
    categoryId: z.int().optional(),
    audience: Audience.optional(),
  }),
  z.object({ paper: z.literal('activitySheet'), activityId: z.int() }),
  /** 培训统计 by category and audience; all breakdowns of a year. */
  z.object({ paper: z.literal('trainingStatistics'), year: Year }),
  z.object({ paper: z.literal('statisticsReport'), year: Year }),
  /** 志愿者名册, 兼职教师名册 …: persons who have a role in a year, with the hours that they gave. */
  z.object({ paper: z.literal('personRegister'), role: PersonRoleName, year: Year, ...phones }),
  /** 全民终身学习活动周: what was held in a span of days, or for a row of the plan. */
  z.object({
    paper: z.literal('campaignReport'),
    from: z.iso.date(),
    to: z.iso.date(),
    planRowId: z.int().optional(),
  }),
  /** 公示: names, unit or village and award, nothing else (domain rule U10). `days` are working days from `on`. */
  z.object({
    paper: z.literal('publicNotice'),
    personIds: ids,
    award: z.string().trim().min(1).max(200),
    days: z.int().min(1).max(60).default(5),
    on: z.iso.date(),
  }),
  /** 人均经费核查表 (R4), 经费收支明细表 (R5), 企业、学校培训经费核查表 (R7). */
  z.object({ paper: z.literal('fundingCheck'), year: Year }),
  z.object({ paper: z.literal('fundingLedger'), year: Year, withReversed: z.boolean().default(false) }),
  z.object({ paper: z.literal('unitTrainingCheck'), year: Year, kind: PayerKind.optional() }),
  /** 审计资料清单 (R14) and the draft of the 承诺书 that goes with it. */
  z.object({ paper: z.literal('auditMaterials'), year: Year }),
  z.object({ paper: z.literal('commitmentLetter'), year: Year }),
  /** 修改日志 (R15) of a span of days; `action` = beginning of the action's name, e.g. `budgets`. */
  z.object({ paper: z.literal('changeLog'), from: z.iso.date(), to: z.iso.date(), action: text(60).optional() }),
  /** 审计取证单 with the chosen entries and documents as its annex; drafts of an audit's own papers. */
  z.object({
    paper: z.literal('auditEvidence'),
    year: Year,
    entryIds: ids.optional(),
    documentIds: ids.optional(),
    project: text(200).min(1),
    matter: text(300).min(1),
    summary: written(20_000),
    auditors: z.array(text(50).min(1)).max(20).default([]),
    on: z.iso.date(),
    opinion: written(4000),
  }),
  z.object({
    paper: z.literal('workingPaper'),
    year: Year,
    project: text(200).min(1),
    items: z.array(WorkingPaperItem).min(1).max(500),
    preparedBy: written(50),
    reviewedBy: written(50),
    on: z.iso.date(),
  }),
]);
export type PaperScope = z.infer<typeof PaperScope>;
/** As a caller writes it: what has a usual value may be left out. */
export type PaperScopeInput = z.input<typeof PaperScope>;
export type PaperName = PaperScope['paper'];
export type ScopeOf<Name extends PaperName> = Extract<PaperScope, { paper: Name }>;

const PaperFonts = z.object({
  /** `official`: the fonts of GB/T 9704 where this machine has them; `shipped`: always the program's own. */
  fontScheme: z.enum(['official', 'shipped']).default('official'),
  /** Print although characters are missing in every font at hand (they are listed first). */
  allowMissingGlyphs: z.boolean().default(false),
});

export const papers = {
  export: job(
    'Write a paper of the archive room as Excel or PDF; the file is read back and compared before it appears. {"paper": "catalogue", "year", "term"?, "format", "file"}',
    z.intersection(PaperScope, PaperFonts.extend({ format: z.enum(['xlsx', 'pdf']), file: z.string().min(1) })),
    ExportOutput,
    { paths: ['file'], traced: true },
  ),
  preview: job(
    'The PDF bytes of a paper of the archive room, for the screen and the printer.',
    z.intersection(PaperScope, PaperFonts),
    z.object({ bytes: bytesSchema, pages: z.int(), missingGlyphs: ExportOutput.shape.missingGlyphs }),
    { traced: true },
  ),
} as const;
