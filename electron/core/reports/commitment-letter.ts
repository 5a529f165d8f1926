/**
 * 承诺书 of the audited unit, as a draft to be put into the audit office's own form. It says no more than 审计法 (2021) 第三十四条 asks of
 * the head of the unit: timely, true and complete data.
 */
import { translator } from '#shared/i18n/index.ts';
import { formBox, type FormBox, type FormReport, textValue } from '#shared/report/model.ts';
import { auditHead, type AuditPaper, indexNumber } from './audit-paper.ts';
import type { MaterialCounts } from './audit-materials.ts';
import { formPaper } from './paper-parts.ts';

export interface CommitmentPaper extends AuditPaper {
  materials: MaterialCounts;
  /** Newest event of the log. */
  head: { sequence: number; hash: string };
}

/** mm on an upright A4. */
const AREA = { x: 28, width: 156 };

/** Room of a line of 四号 in the area, em; less than there is, for lines end where the rules let them. Heights in mm. */
const LINE_EM = 29;
const INDENT = 2;
const LINE_HEIGHT = 7;
const PARAGRAPH_GAP = 3;

/** The whole checksum in eight groups of eight. */
export function hashGroups(hash: string): string {
  return (hash.match(/.{1,8}/gu) ?? []).join(' ');
}

/** Builds the letter; pure. */
export function commitmentReport(paper: CommitmentPaper): FormReport {
  const { year, materials, head } = paper;
  const t = translator(paper.locale);
  const boxes: FormBox[] = [];
  let y = 28;
  const line = (name: string, text: string, height: number, options: Partial<FormBox> = {}): void => {
    boxes.push(
      formBox({
        ...AREA,
        name,
        y,
        height,
        value: textValue(text),
        frame: 'none',
        align: 'left',
        fontSize: 14,
        ...options,
      }),
    );
    y += height;
  };
  const title = t('fundingPapers.title.commitmentLetter');
  line(title, title, 14, { font: 'title', fontSize: 26, align: 'center' });
  line(t('fundingPapers.draft'), t('fundingPapers.letter.mark'), 9, { align: 'center', fontSize: 12 });
  line(t('fundingPapers.field.index'), indexNumber(paper, 'commitmentLetter'), 9, { align: 'right', fontSize: 10.5 });
  line(title, t('fundingPapers.letter.addressee'), 12);
  const paragraph = (text: string): void => {
    const em = Array.from(text).reduce((sum, character) => sum + (character < '\u2e80' ? 0.6 : 1), INDENT);
    line(title, `\u3000\u3000${text}`, Math.ceil(em / LINE_EM) * LINE_HEIGHT + PARAGRAPH_GAP, {
      verticalAlign: 'top',
      leastFontSize: 10.5,
    });
  };
  paragraph(t('fundingPapers.letter.opening', { year }));
  paragraph(t('fundingPapers.letter.first'));
  paragraph(t('fundingPapers.letter.second'));
  paragraph(t('fundingPapers.letter.third'));
  paragraph(
    t('fundingPapers.letter.list', {
      year,
      index: indexNumber(paper, 'auditMaterials'),
      counts: t('fundingPapers.materials.counts', { ...materials }),
    }),
  );
  paragraph(t('fundingPapers.letter.head', { sequence: head.sequence, hash: hashGroups(head.hash) }));
  y += 8;
  const sign = (label: string, value: string): void => {
    boxes.push(
      formBox({
        name: label,
        x: 84,
        y,
        width: 42,
        height: 11,
        value: textValue(label),
        frame: 'none',
        align: 'right',
        fontSize: 14,
      }),
      formBox({
        name: label,
        x: 126,
        y,
        width: 58,
        height: 11,
        value: textValue(value),
        frame: 'under',
        fontSize: 12,
        leastFontSize: 7,
      }),
    );
    y += 11;
  };
  sign(t('fundingPapers.field.unitSeal'), paper.unitName);
  sign(t('fundingPapers.field.headSignature'), '');
  sign(t('papers.sign.date'), '');
  y += 4;
  line(t('fundingPapers.draft'), t('fundingPapers.letter.advice'), 14, { fontSize: 10.5, font: 'number' });
  return formPaper(paper, {
    id: 'commitment-letter',
    title: t('papers.name.commitmentLetter'),
    keywords: [String(year), indexNumber(paper, 'commitmentLetter')],
    runningHead: auditHead(paper, 'commitmentLetter', 'draft'),
    pages: [{ boxes }],
  });
}
