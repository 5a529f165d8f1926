/**
 * A report is data before it is a file: title, columns, rows and groups. Builders know the domain and make one of
 * these; layout, Excel and PDF know the formats and nothing of the domain.
 */
export type Align = 'left' | 'center' | 'right';

export type ReportValue =
  | { kind: 'text'; text: string }
  | { kind: 'integer'; value: number }
  /** Money in fen; printed as yuan with two decimals. */
  | { kind: 'fen'; value: number }
  /** ISO date; printed as 2021年3月1日. */
  | { kind: 'date'; value: string };

export interface ReportColumn {
  key: string;
  heading: string;
  align: Align;
  /** Share of the type area's width, relative to the other columns. */
  weight: number;
  /** Characters (em) that the column should hold on one line if it can; its least width. */
  minimumEm: number;
  /** Equal values of consecutive rows of one group are printed as one merged cell. */
  merge: boolean;
}

export interface ReportRow {
  /** Rows with the same consecutive group are kept on one page where they fit, else continued with （续）. */
  group: string;
  cells: ReportValue[];
}

export interface ReportDocument {
  /** Stable name of the report, e.g. `schedule`. */
  id: string;
  locale: 'zh-CN' | 'en';
  /** Printed top left in 黑体 三号 (GB/T 9704-2012, 7.3.4), e.g. 附件 or 附件2; null = none. */
  annexLabel: string | null;
  title: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  /** Lines below the table (填表单位, 说明 …); often empty. */
  notes: string[];
  orientation: 'portrait' | 'landscape';
  /** Set for archives with example data: printed in the page foot and in the file's metadata. */
  exampleLabel: string | null;
  metadata: {
    author: string;
    subject: string;
    keywords: string[] /** ISO instant; fixed in tests. */;
    createdAt: string;
  };
}
