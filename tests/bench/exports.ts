/** Both papers at 20 and 20,000 rows against the bare library writing the same cells without layout or read-back. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import PDFDocument from 'pdfkit';
import { silentLog } from '#core/log.ts';
import { callOn } from '#core/runtime-call.ts';
import { openRuntime } from '#core/runtime.ts';
import type { AcceptedRow } from '#shared/features/schedule.ts';
import { NO_TIME } from '#shared/features/schedule.ts';
import { FONTS_FOLDER } from '../../electron/cli/paths.ts';
import { figure, interleaved, type Figure } from './measure.ts';

const ACTIVITIES = ['加强社区防疫工作', '家庭教育培训', '全民终身学习活动周', '走访慰问困难群众', '中小学教师网络研修'];

function rows(count: number): (AcceptedRow & { time: typeof NO_TIME; activity: string })[] {
  return Array.from({ length: count }, (_, index) => {
    const month = 1 + Math.floor((index * 12) / count);
    return {
      time: { ...NO_TIME, monthStart: month, monthEnd: month },
      activity: `${ACTIVITIES[index % ACTIVITIES.length] ?? ''}（第${index + 1}项）`,
      units: [{ name: '某街道社区教育中心', role: 'lead' as const, organisationId: null }],
      needsReview: false,
      sourceLine: null,
      sourceText: null,
    };
  });
}

async function bareExcel(file: string, list: ReturnType<typeof rows>): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = workbook.addWorksheet('表');
  for (const row of list) sheet.addRow([`${row.time.monthStart}月`, row.activity, row.units?.[0]?.name]).commit();
  await workbook.commit();
}

/** pdfkit’s own text calls with one embedded font: one line a cell, no merging, no rules. */
async function barePdf(file: string, list: ReturnType<typeof rows>): Promise<void> {
  const document = new PDFDocument({ size: 'A4', margin: 60 });
  const sink = createWriteStream(file);
  document.pipe(sink);
  document.font(join(FONTS_FOLDER, 'NotoSerifSC-Regular.ttf')).fontSize(14);
  let y = 60;
  for (const row of list) {
    if (y > 760) {
      document.addPage();
      y = 60;
    }
    document.text(`${row.time.monthStart}月`, 60, y, { lineBreak: false });
    document.text(row.activity, 130, y, { lineBreak: false });
    document.text(row.units?.[0]?.name ?? '', 360, y, { lineBreak: false });
    y += 22;
  }
  document.end();
  await finished(sink);
}

export async function exportsAt(count: number, runs: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const runtime = await openRuntime({
    directory: join(folder, 'archive'),
    mode: 'read-write',
    fontsFolder: FONTS_FOLDER,
    appVersion: 'bench',
    log: silentLog,
    createIfMissing: { unitName: '示例', isExample: true },
  });
  const call = callOn(runtime);
  const list = rows(count);
  await call('schedule.accept', { year: 2021, rows: list, title: '2021年工作配档表' });
  try {
    const figures: Figure[] = [];
    for (const [format, bare] of [
      ['xlsx', bareExcel],
      ['pdf', barePdf],
    ] as const) {
      const times = await interleaved(
        runs,
        1,
        async (run) => {
          await call('schedule.export', {
            year: 2021,
            format,
            fontScheme: 'shipped',
            file: join(folder, `ours-${run}.${format}`),
          });
        },
        (run) => bare(join(folder, `floor-${run}.${format}`), list),
      );
      figures.push(figure(`${format} of ${count} rows, laid out, read back`, 'bare library', times, null));
    }
    return figures;
  } finally {
    runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
